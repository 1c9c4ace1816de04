package dev.pollux.director;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What this program is, in words. */
final class Product {

    static final String NAME = "Pollux";

    private static final Path KERNEL = Path.of("/proc/sys/kernel/osrelease");

    private Product() {}

    /** The version of the jar; {@code development} where there is no jar. */
    static String version() {
        String version = Product.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    /** Several lines about this program, what it runs on, and what it can do in keepalived's words, for scripts that look for them. */
    static String describe() {
        return NAME + " v" + version()
                + """


                A high-availability controller that reads keepalived.conf, in the place of Keepalived v2.4.3.

                Running on Linux %s
                Running on Java %s (%s, %s)

                configure options: --enable-bfd --enable-json --enable-nftables

                Config options:  NFTABLES LVS VRRP VRRP_AUTH VRRP_VMAC JSON BFD OLD_CHKSUM_COMPAT
                """.formatted(
                                kernel(),
                                System.getProperty("java.version"),
                                System.getProperty("java.vm.name"),
                                System.getProperty("java.home"));
    }

    static String kernel() {
        try {
            return Files.readString(KERNEL).strip();
        } catch (IOException e) {
            return System.getProperty("os.version", "unknown");
        }
    }
}
