package dev.pollux.grammar.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pollux.grammar.bind.RootSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The tables against a list of keepalived's keywords, which is not part of the project: POLLUX_KEYWORDS names the file. */
class KeywordTableTest {

    @Test
    void everyKeywordHasARow() throws IOException {
        String list = System.getenv("POLLUX_KEYWORDS");
        assumeTrue(list != null, "POLLUX_KEYWORDS does not name a table of keywords");
        Set<String> rows = new HashSet<>();
        collect("", RootSchema.table(), rows);
        List<String> missing = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of(String.valueOf(list)))) {
            String[] cells = line.split("\t", -1);
            if (!line.startsWith("#") && !cells[0].equals("block_path")) {
                String path = cells[0].equals("(root)") ? cells[1] : cells[0] + "/" + cells[1];
                if (!rows.contains(path)) {
                    missing.add(path);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    private static void collect(String path, BlockSchema<?> schema, Set<String> out) {
        for (Entry<?> entry : schema.entries()) {
            String own = path.isEmpty() ? entry.name() : path + "/" + entry.name();
            out.add(own);
            if (entry instanceof Entry.Block<?, ?> block) {
                collect(own, block.schema(), out);
            }
        }
    }
}
