package dev.pollux.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A huge file with the same mistake in every line says it often enough, and not once for each line. */
class BrokenFileTest {

    private static final int LINES = 50_000;

    @ParameterizedTest
    @ValueSource(strings = {"}\n", "{\n", "\"\n", "a { }\n", "virtual_server\n", "~SEQ(x) a\n", "x $A$B {\n"})
    void findingsAreBounded(String line) {
        ReadResult result = Reading.of("$A=$A\n" + line.repeat(LINES));

        assertThat(result.diagnostics()).hasSizeBetween(1, 5_000);
        assertThat(result.exitCode()).isPositive();
    }
}
