package dev.pollux.vrrp;

import dev.pollux.linux.route.Link;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * On which interfaces this machine is an IPv6 router, as its neighbour advertisements have to say (RFC 4861 4.4). Owned by the
 * {@code vrrp} loop; read on the {@code rtnl} loop.
 */
final class ForwardingInterfaces {

    private static final Path SYSCTLS = Path.of("/proc/sys/net/ipv6/conf");

    private final VrrpEnvironment environment;
    private final Set<Integer> forwarding = new HashSet<>();

    ForwardingInterfaces(VrrpEnvironment environment) {
        this.environment = environment;
    }

    boolean contains(Link link) {
        return forwarding.contains(link.index());
    }

    /** Reads the sysctl anew; known before an address is there that is asked for after this call. */
    void refresh(Link link) {
        environment.rtnlLoop().execute(() -> {
            boolean forwards = read(link.name());
            environment.vrrpLoop().execute(() -> set(link.index(), forwards));
        });
    }

    private void set(int index, boolean forwards) {
        if (forwards) {
            forwarding.add(index);
        } else {
            forwarding.remove(index);
        }
    }

    private static boolean read(String interfaceName) {
        try {
            return !Files.readString(SYSCTLS.resolve(interfaceName).resolve("forwarding"))
                    .strip()
                    .equals("0");
        } catch (IOException e) {
            return false;
        }
    }
}
