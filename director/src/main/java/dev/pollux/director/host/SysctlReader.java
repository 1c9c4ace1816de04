package dev.pollux.director.host;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the settings that somebody here has a use for, those of the calling thread's network namespace. */
final class SysctlReader {

    private static final Path ROOT = Path.of("/proc/sys");
    private static final Path INTERFACES = ROOT.resolve("net/ipv4/conf");
    private static final List<String> GLOBAL = List.of(
            "net/ipv4/ip_forward",
            "net/ipv6/conf/all/forwarding",
            "net/ipv4/vs/conntrack",
            "net/netfilter/nf_conntrack_count",
            "net/netfilter/nf_conntrack_max");
    private static final List<String> OF_INTERFACES =
            List.of("arp_ignore", "arp_announce", "rp_filter", "send_redirects");

    private final Map<String, Integer> values = new HashMap<>();

    private SysctlReader() {}

    static Sysctls read() {
        SysctlReader reader = new SysctlReader();
        GLOBAL.forEach(reader::add);
        try (DirectoryStream<Path> interfaces = Files.newDirectoryStream(INTERFACES)) {
            interfaces.forEach(each -> OF_INTERFACES.forEach(
                    setting -> reader.add(Sysctls.ofInterface(String.valueOf(each.getFileName()), setting))));
        } catch (IOException e) {
            // A kernel without IPv4 settings has nothing to be wrong about.
        }
        return new Sysctls(reader.values);
    }

    private void add(String path) {
        try {
            values.put(
                    path, Integer.valueOf(Files.readString(ROOT.resolve(path)).strip()));
        } catch (IOException | NumberFormatException e) {
            // Not on this kernel, or gone with its interface.
        }
    }
}
