package dev.pollux.grammar.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** docs/compatibility.md lists the keywords as the schema has them; {@code -Dpollux.docs=write} makes it do so. */
class CompatibilityDocumentTest {

    private static final Path DOCUMENT = Path.of("../docs/compatibility.md");
    private static final String HEADING = "## Keywords\n\n";

    @Test
    void everyKeywordHasItsRow() throws IOException {
        String text = Files.readString(DOCUMENT);
        int end = text.indexOf(HEADING) + HEADING.length();
        String wanted = text.substring(0, end) + CompatibilityTable.text();
        if ("write".equals(System.getProperty("pollux.docs"))) {
            Files.writeString(DOCUMENT, wanted);
        } else {
            assertThat(text)
                    .as("stale: mvn test -pl grammar -Dtest=CompatibilityDocumentTest -Dpollux.docs=write")
                    .isEqualTo(wanted);
        }
    }
}
