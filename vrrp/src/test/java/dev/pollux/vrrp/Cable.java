package dev.pollux.vrrp;

import dev.pollux.linux.testing.NetworkNamespace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Two machines with a cable between their eth0, and a packet socket at the right end. */
final class Cable implements AutoCloseable {

    private final NetworkNamespace left = NetworkNamespace.open();
    private final NetworkNamespace right = NetworkNamespace.open();
    private final List<Director> directors = new ArrayList<>();
    private final Wire wire;
    private final Path directory;

    Cable(Path directory) {
        this.directory = directory;
        left.connect("eth0", right, "eth0");
        left.ip("address add 10.9.0.1/24 dev eth0");
        right.ip("address add 10.9.0.2/24 dev eth0");
        wire = new Wire(right);
    }

    NetworkNamespace left() {
        return left;
    }

    NetworkNamespace right() {
        return right;
    }

    Wire wire() {
        return wire;
    }

    Director director(NetworkNamespace namespace) {
        Director director = new Director(namespace, directory.resolve("run" + directors.size() + "/addresses"));
        directors.add(director);
        return director;
    }

    /** Addresses of an interface, as {@code ip} shows them. */
    static String addresses(NetworkNamespace namespace, String interfaceName) {
        return namespace.ip("-4 -oneline address show dev " + interfaceName);
    }

    @Override
    public void close() {
        directors.forEach(Director::close);
        wire.close();
        left.close();
        right.close();
    }
}
