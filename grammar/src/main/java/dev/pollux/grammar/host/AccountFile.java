package dev.pollux.grammar.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** The names of {@code /etc/passwd} or {@code /etc/group}. */
public final class AccountFile {

    private AccountFile() {}

    /** The first field of each line; empty where the file cannot be read. */
    public static Set<String> names(Path file) {
        Set<String> names = new HashSet<>();
        try {
            for (String line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
                int colon = line.indexOf(':');
                if (colon > 0) {
                    names.add(line.substring(0, colon));
                }
            }
        } catch (IOException e) {
            return Set.of();
        }
        return names;
    }
}
