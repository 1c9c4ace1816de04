package dev.pollux.director.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** docs/doctor.md lists everything that can be found; {@code -Dpollux.docs=write} makes it do so. */
class DoctorDocumentTest {

    private static final Path DOCUMENT = Path.of("../docs/doctor.md");
    private static final String HEADING = "## Findings\n\n";

    @Test
    void everyFindingHasItsRow() throws IOException {
        String text = Files.readString(DOCUMENT);
        int end = text.indexOf(HEADING) + HEADING.length();
        String wanted = text.substring(0, end) + table();
        if ("write".equals(System.getProperty("pollux.docs"))) {
            Files.writeString(DOCUMENT, wanted);
        } else {
            assertThat(text)
                    .as("stale: mvn test -pl director -am -Dtest=DoctorDocumentTest -Dpollux.docs=write")
                    .isEqualTo(wanted);
        }
    }

    private static String table() {
        StringBuilder table = new StringBuilder("| code | severity | breaks | why |\n| --- | --- | --- | --- |\n");
        for (FindingKind kind : FindingKind.values()) {
            table.append("| `").append(kind.id()).append("` | ");
            table.append(kind.severity().label()).append(" | ");
            table.append(kind.breaks()).append(" | ");
            table.append(kind.why()).append(" |\n");
        }
        return table.toString();
    }
}
