package dev.pollux.grammar.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class GeneratedParserTest {

    /** One token of lookahead decides everything; the slow way would show as a call in the class file. */
    @Test
    void neverPredictsAdaptively() throws IOException {
        try (InputStream in = KeepalivedParser.class.getResourceAsStream("KeepalivedParser.class")) {
            assertThat(in).isNotNull();
            String constants = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            assertThat(constants).contains("valueBlock").doesNotContain("adaptivePredict");
        }
    }
}
