package dev.pollux.grammar.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileLinesTest {

    @Test
    void linesWithOneHashStayThemselves(@TempDir Path directory) throws IOException {
        assertThat("Aa".hashCode()).isEqualTo("BB".hashCode());
        assertThat(read(directory, "Aa\nBB\nAa\nAaBB\nBBAa\n")).containsExactly("Aa", "BB", "Aa", "AaBB", "BBAa");
    }

    @Test
    void aLineThatComesAgainIsTheSameString(@TempDir Path directory) throws IOException {
        List<String> lines = read(directory, "  weight 1\n}\n  weight 1\r\n}");
        assertThat(lines).containsExactly("  weight 1", "}", "  weight 1", "}");
        assertThat(lines.get(2)).isSameAs(lines.get(0));
        assertThat(lines.get(3)).isSameAs(lines.get(1));
    }

    @Test
    void manyLinesOfFewLettersAreReadAsTheyStand(@TempDir Path directory) throws IOException {
        Random random = new Random(1);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            lines.add(random.ints(random.nextInt(6), 'A', 'd')
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString());
        }
        assertThat(read(directory, String.join("\n", lines) + "\n")).isEqualTo(lines);
    }

    private static List<String> read(Path directory, String text) throws IOException {
        Path file = Files.writeString(directory.resolve("file"), text, StandardCharsets.ISO_8859_1);
        List<String> lines = new ArrayList<>();
        try (FileLines in = FileLines.open(file)) {
            for (String line = in.next(); line != null; line = in.next()) {
                lines.add(line);
            }
        }
        return lines;
    }
}
