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

    /** Several lines about this program and what it runs on. */
    static String describe() {
        return NAME + " v" + version() + "\n\nA high-availability controller that reads keepalived.conf.\n\n"
                + "Running on Linux " + kernel() + "\nRunning on Java " + System.getProperty("java.version") + " ("
                + System.getProperty("java.vm.name") + ", " + System.getProperty("java.home") + ")\n";
    }

    static String kernel() {
        try {
            return Files.readString(KERNEL).strip();
        } catch (IOException e) {
            return System.getProperty("os.version", "unknown");
        }
    }
}
