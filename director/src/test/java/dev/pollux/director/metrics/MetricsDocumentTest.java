package dev.pollux.director.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/metrics.md says what there is, in these words. */
class MetricsDocumentTest {

    private static final List<String> BY_MICROMETER = List.of(
            "| `" + MetricsPage.BUILD_INFO + "` | gauge | `version` `java` | " + MetricsPage.BUILD_INFO_HELP + " |",
            "| `" + LoopMetrics.NAME + "_seconds` | histogram | `loop` | " + LoopMetrics.HELP + " |");

    @Test
    void everyMetricHasItsRowAndNoOtherHas() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("../docs/metrics.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .toList();
        Stream<String> families = Catalogue.families().stream().map(Catalogue::row);
        assertThat(rows)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(BY_MICROMETER.stream(), families).toList());
    }

    @Test
    void countersAreNamedAsCounters() {
        assertThat(Catalogue.families())
                .allSatisfy(family -> assertThat(family.name().endsWith("_total"))
                        .as(family.name())
                        .isEqualTo(family.kind() == Family.Kind.COUNTER));
    }
}
