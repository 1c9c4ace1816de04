package dev.pollux.grammar.host;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Names for the numbers of routing, as iproute2 keeps them in files of lines {@code NUMBER NAME}. */
public final class RoutingNames {

    /** The names that iproute2 comes with. */
    public static final RoutingNames STANDARD = new RoutingNames();

    private static final int HEXADECIMAL = 16;

    private final Map<Kind, Map<String, Integer>> names = new EnumMap<>(Kind.class);

    /** What has names. */
    public enum Kind {
        TABLE("rt_tables"),
        PROTOCOL("rt_protos"),
        SCOPE("rt_scopes"),
        REALM("rt_realms"),
        TYPE_OF_SERVICE("rt_dsfield"),
        INTERFACE_GROUP("group");

        private final String file;

        Kind(String file) {
            this.file = file;
        }
    }

    private RoutingNames() {
        names.put(Kind.TABLE, Map.of("default", 253, "main", 254, "local", 255));
        names.put(
                Kind.PROTOCOL,
                Map.of(
                        "redirect",
                        1,
                        "kernel",
                        2,
                        "boot",
                        3,
                        "static",
                        4,
                        "ra",
                        9,
                        "zebra",
                        11,
                        "bird",
                        12,
                        "dhcp",
                        16,
                        "keepalived",
                        18));
        names.put(Kind.SCOPE, Map.of("global", 0, "site", 200, "link", 253, "host", 254, "nowhere", 255));
        names.put(Kind.REALM, Map.of("cosmos", 0));
        names.put(Kind.TYPE_OF_SERVICE, Map.of());
        names.put(Kind.INTERFACE_GROUP, Map.of("default", 0));
    }

    /** The standard names and those of the files in these directories, the last of which counts; files may be missing. */
    public static RoutingNames read(List<Path> directories) {
        RoutingNames all = new RoutingNames();
        for (Path directory : directories) {
            for (Kind kind : Kind.values()) {
                all.readFile(kind, directory.resolve(kind.file));
                all.readDirectory(kind, directory.resolve(kind.file + ".d"));
            }
        }
        return all;
    }

    /** The number that a word stands for: one itself, decimal or {@code 0x}, or a name of one. */
    public OptionalInt find(Kind kind, String word) {
        try {
            boolean hexadecimal = word.startsWith("0x");
            long value = hexadecimal ? Long.parseLong(word.substring(2), HEXADECIMAL) : Long.parseLong(word);
            return value >= 0 && value <= 0xFFFFFFFFL ? OptionalInt.of((int) value) : OptionalInt.empty();
        } catch (NumberFormatException e) {
            Integer named = names.getOrDefault(kind, Map.of()).get(word);
            return named == null ? OptionalInt.empty() : OptionalInt.of(named);
        }
    }

    private void readDirectory(Kind kind, Path directory) {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*.conf")) {
            files.forEach(file -> readFile(kind, file));
        } catch (IOException e) {
            // As good as not there: the names in it are reported where they are used.
        }
    }

    private void readFile(Kind kind, Path file) {
        if (!Files.isReadable(file)) {
            return;
        }
        Map<String, Integer> all = new HashMap<>(names.getOrDefault(kind, Map.of()));
        try {
            for (String line : Files.readAllLines(file)) {
                String[] words = line.replaceFirst("#.*", "").strip().split("\\s+", -1);
                OptionalInt number = words.length < 2 ? OptionalInt.empty() : find(kind, words[0]);
                number.ifPresent(value -> all.put(words[1], value));
            }
        } catch (IOException e) {
            // As good as not there: the names in it are reported where they are used.
        }
        names.put(kind, all);
    }
}
