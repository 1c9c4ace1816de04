package dev.pollux.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.grammar.diagnostic.DiagnosticCode;
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

    @ParameterizedTest
    @ValueSource(strings = {"{", "}", "{ }", "a {} ", "virtual_server x { ", "$A {", "\"\"", "~SEQ(x,1,9) "})
    void aSingleEndlessLineIsNoExcuse(String words) {
        ReadResult result = Reading.of("$A=a\n" + words.repeat(1_000_000) + "\nnet_namespace_ipvs rest\n");

        assertThat(result.diagnostics()).hasSizeBetween(1, 5_000);
        assertThat(result.diagnostics()).anyMatch(found -> found.message().contains("the rest of it is ignored"));
    }

    /** Each in the time of a million lines, whatever stands in them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "$I=vrrp_instance V$x { \\\n interface eth0 \\\n virtual_router_id 1 \\\n }\n~SEQ(x,1,9999999) $I\n",
                "vrrp_instance V {\n virtual_ipaddress {\n ~SEQ(x,1,9999) ~SEQ(y,1,9999) 2001:db8::$x:$y\n }\n}\n",
                "~SEQ(x,1,9999999) virtual_server_group g$x {}\n"
            })
    void expansionsEnd(String text) {
        ReadResult result = Reading.of(text);

        assertThat(result.diagnostics())
                .filteredOn(found -> found.code() == DiagnosticCode.EXPANSION_LIMIT)
                .isNotEmpty();
        assertThat(result.diagnostics()).hasSizeLessThan(10_000);
    }
}
