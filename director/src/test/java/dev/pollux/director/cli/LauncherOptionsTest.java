package dev.pollux.director.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The launcher finds its own options by getopt(1), which must know the same ones as the director. */
class LauncherOptionsTest {

    private final List<String> launcher = readLauncher();

    @Test
    void lettersAreTheSame() {
        String letters = OptionTable.ALL.stream()
                .filter(option -> option.letter() != null)
                .map(option -> option.letter() + colons(option))
                .collect(Collectors.joining());
        assertThat(value("short=")).isEqualTo(letters);
    }

    @Test
    void namesAreTheSame() {
        String names = OptionTable.ALL.stream()
                .map(option -> option.name() + colons(option))
                .collect(Collectors.joining(","));
        assertThat(value("long=") + value("long+=")).isEqualTo(names);
    }

    private static String colons(DaemonOption option) {
        if (option.argument() == null) {
            return "";
        }
        return option.argumentOptional() ? "::" : ":";
    }

    private String value(String prefix) {
        return launcher.stream()
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(prefix.length()))
                .collect(Collectors.joining());
    }

    private static List<String> readLauncher() {
        try {
            return Files.readAllLines(Path.of("../bin/pollux"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
