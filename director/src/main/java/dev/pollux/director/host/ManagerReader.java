package dev.pollux.director.host;

import dev.pollux.director.host.ManagedInterface.NetworkManager;
import dev.pollux.linux.route.Link;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads which interfaces systemd-networkd and NetworkManager look after, from the files in which they keep that.
 *
 * @param run {@code /run}
 */
record ManagerReader(Path run) {

    private static final Set<String> MANAGED_STATES = Set.of("configuring", "configured", "initialized", "pending");
    private static final Set<String> KEEPING = Set.of("yes", "true", "1", "on", "static");

    static ManagerReader ofMachine() {
        return new ManagerReader(Path.of("/run"));
    }

    /** Those of the links that {@code running} managers have in hand. */
    List<ManagedInterface> read(List<Link> links, Set<NetworkManager> running) {
        List<ManagedInterface> managed = new ArrayList<>();
        for (Link link : links) {
            if (running.contains(NetworkManager.SYSTEMD_NETWORKD)) {
                ofNetworkd(link).ifPresent(managed::add);
            }
            if (running.contains(NetworkManager.NETWORK_MANAGER)) {
                ofNetworkManager(link).ifPresent(managed::add);
            }
        }
        return managed;
    }

    private Optional<ManagedInterface> ofNetworkd(Link link) {
        List<String> state = lines(run.resolve("systemd/netif/links/" + link.index()));
        if (!MANAGED_STATES.contains(value(state, "ADMIN_STATE="))) {
            return Optional.empty();
        }
        String file = value(state, "NETWORK_FILE=");
        return Optional.of(
                new ManagedInterface(link.name(), NetworkManager.SYSTEMD_NETWORKD, keeps(Path.of(file)), file));
    }

    private Optional<ManagedInterface> ofNetworkManager(Link link) {
        List<String> state = lines(run.resolve("NetworkManager/devices/" + link.index()));
        return value(state, "managed=").equals("true")
                ? Optional.of(new ManagedInterface(link.name(), NetworkManager.NETWORK_MANAGER, false, ""))
                : Optional.empty();
    }

    /** {@code KeepConfiguration=} of systemd.network(5), in the file or in one of its drop-ins. */
    private static boolean keeps(Path file) {
        List<String> lines = new ArrayList<>(lines(file));
        try (DirectoryStream<Path> dropIns = Files.newDirectoryStream(Path.of(file + ".d"), "*.conf")) {
            dropIns.forEach(dropIn -> lines.addAll(lines(dropIn)));
        } catch (IOException e) {
            // None there.
        }
        return KEEPING.contains(value(lines, "KeepConfiguration="));
    }

    /** What stands behind the key the last time that it is there; empty where it is not. */
    private static String value(List<String> lines, String key) {
        String value = "";
        for (String line : lines) {
            if (line.strip().startsWith(key)) {
                value = line.strip().substring(key.length()).strip();
            }
        }
        return value;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            return List.of();
        }
    }
}
