package dev.pollux.vrrp.address;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code promote_secondaries}: the kernel's default removes all addresses of a subnet together with the first one. */
final class SecondaryAddresses {

    private static final Logger log = LoggerFactory.getLogger(SecondaryAddresses.class);
    private static final Path SYSCTLS = Path.of("/proc/sys/net/ipv4/conf");

    private SecondaryAddresses() {}

    /** Sets the sysctl on the interfaces of these addresses. May wait for the rtnl lock. */
    static void promote(List<BoundEntry> entries) {
        entries.stream()
                .filter(BoundAddress.class::isInstance)
                .map(entry -> ((BoundAddress) entry).address().interfaceName())
                .distinct()
                .forEach(SecondaryAddresses::promote);
    }

    private static void promote(String interfaceName) {
        try {
            Files.writeString(SYSCTLS.resolve(interfaceName).resolve("promote_secondaries"), "1");
        } catch (IOException e) {
            log.warn("Cannot set promote_secondaries on {}: {}", interfaceName, e.toString());
        }
    }
}
