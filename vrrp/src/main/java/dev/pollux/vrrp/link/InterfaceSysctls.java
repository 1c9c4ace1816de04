package dev.pollux.vrrp.link;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The settings under {@code net.ipv4.conf} that virtual interfaces need, and what they were before. Several interfaces with
 * addresses of one subnet answer each for its own, and the reply to a packet of one may be expected on another. Owned by the
 * {@code rtnl} loop.
 */
final class InterfaceSysctls {

    private static final Logger log = LoggerFactory.getLogger(InterfaceSysctls.class);
    private static final Path ROOT = Path.of("/proc/sys/net/ipv4/conf");

    private final Map<Path, String> before = new LinkedHashMap<>();

    /** For a virtual interface: it goes with them, so nothing needs to be remembered. */
    void prepareVirtual(String name) {
        write(ROOT.resolve(name).resolve("arp_ignore"), "1");
        write(ROOT.resolve(name).resolve("accept_local"), "1");
        write(ROOT.resolve(name).resolve("rp_filter"), "0");
        write(ROOT.resolve(name).resolve("promote_secondaries"), "1");
    }

    /** For the interface below one. */
    void prepareBase(String name) {
        change(ROOT.resolve(name).resolve("arp_ignore"), "1");
        change(ROOT.resolve(name).resolve("arp_filter"), "1");
    }

    /** The greater of the setting for all interfaces and an interface's own counts: so it moves from all to each. */
    void moveReversePathFilter() {
        Path all = ROOT.resolve("all/rp_filter");
        int forAll = number(all);
        if (forAll == 0) {
            return;
        }
        try (DirectoryStream<Path> interfaces = Files.newDirectoryStream(ROOT)) {
            for (Path each : interfaces) {
                Path setting = each.resolve("rp_filter");
                if (!each.endsWith("all") && number(setting) < forAll) {
                    change(setting, String.valueOf(forAll));
                }
            }
        } catch (IOException e) {
            log.warn("Cannot read the settings of interfaces: {}", e.toString());
        }
        log.info("NOTICE: setting sysctl net.ipv4.conf.all.rp_filter from {} to 0", forAll);
        change(all, "0");
    }

    /** Everything as it was, where it still exists. */
    void restore() {
        before.forEach((path, value) -> {
            if (Files.exists(path)) {
                write(path, value);
            }
        });
        before.clear();
    }

    private void change(Path path, String value) {
        String now = read(path);
        if (!now.isEmpty() && !now.equals(value)) {
            before.putIfAbsent(path, now);
            write(path, value);
        }
    }

    private static int number(Path path) {
        try {
            return Integer.parseInt(read(path));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static String read(Path path) {
        try {
            return Files.readString(path).strip();
        } catch (IOException e) {
            return "";
        }
    }

    private static void write(Path path, String value) {
        try {
            Files.writeString(path, value);
        } catch (IOException e) {
            log.warn("Cannot set {} to {}: {}", path, value, e.toString());
        }
    }
}
