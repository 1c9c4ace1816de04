package dev.pollux.linux.process;

import dev.pollux.linux.syscall.NamespaceCalls;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Network namespaces by name, as {@code ip netns} has them. */
public final class NetworkNamespaces {

    private static final Path NAMED = Path.of("/run/netns");
    private static final Path OF_THE_SYSTEM = Path.of("/proc/1/ns/net");

    private NetworkNamespaces() {}

    /** The inode that identifies one (namespaces(7)); the empty name stands for the system's first one. */
    public static long inode(String name) {
        try {
            return (long) Files.getAttribute(file(name), "unix:ino");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The calling thread enters one for good, and sockets that it opens and children that it starts are there. Needs
     * CAP_SYS_ADMIN.
     *
     * @throws dev.pollux.linux.syscall.SystemCallException when it cannot
     */
    public static void enter(String name) {
        NamespaceCalls.enterNetwork(file(name).toString());
    }

    private static Path file(String name) {
        return name.isEmpty() ? OF_THE_SYSTEM : NAMED.resolve(name);
    }
}
