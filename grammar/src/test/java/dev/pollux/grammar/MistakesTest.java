package dev.pollux.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.grammar.diagnostic.DiagnosticRenderer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a person is told of the mistakes that people make: mistakes.txt has each with the text as it is shown. A message that
 * got better is written there by {@code -Dpollux.mistakes=write}, and read before it is committed.
 */
class MistakesTest {

    private static final String SECTION = "\n==== ";
    private static final String SAYS = "\n---- says\n";

    private final Path folder;

    MistakesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /** A file with a mistake, and what is said of it. */
    record Mistake(String name, String file, String said) {

        static Mistake of(String section) {
            String[] parts = section.split(SAYS, 2);
            String name = parts[0].substring(0, parts[0].indexOf('\n'));
            return new Mistake(name, parts[0].substring(name.length() + 1), parts[1].strip() + "\n");
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Mistake> mistakes() throws IOException {
        try (InputStream in = Objects.requireNonNull(MistakesTest.class.getResourceAsStream("mistakes.txt"))) {
            String text = "\n" + new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.split(SECTION)).skip(1).map(Mistake::of).toList().stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void isNamed(Mistake mistake) throws IOException {
        assertThat(say(mistake.file())).isEqualTo(mistake.said());
    }

    @Test
    void writeAnew() throws IOException {
        List<Mistake> all = mistakes().toList();
        assertThat(all).hasSizeGreaterThan(40);
        if ("write".equals(System.getProperty("pollux.mistakes"))) {
            StringBuilder text = new StringBuilder();
            for (Mistake mistake : all) {
                text.append(SECTION.substring(text.isEmpty() ? 1 : 0)).append(mistake.name());
                text.append('\n').append(mistake.file()).append(SAYS).append(say(mistake.file()));
            }
            Files.writeString(Path.of("src/test/resources/dev/pollux/grammar/mistakes.txt"), text);
        }
    }

    private String say(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("keepalived.conf"), text);
        CorpusHost host = new CorpusHost(Set.of("lo", "eth0"), Set.of("root"), Set.of("root"));
        return ConfigurationReader.read(file, ReaderOptions.of("here", host)).diagnostics().stream()
                .map(DiagnosticRenderer::render)
                .collect(Collectors.joining())
                .replace(file.toString(), "keepalived.conf");
    }
}
