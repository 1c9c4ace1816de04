package dev.pollux.grammar.schema;

import dev.pollux.grammar.bind.RootSchema;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The keywords as docs/compatibility.md lists them: a table for each block. */
final class CompatibilityTable {

    private final StringBuilder tables = new StringBuilder();
    private final Map<Support.Kind, Integer> counts = new EnumMap<>(Support.Kind.class);

    private CompatibilityTable() {}

    /** The text below the heading of the keywords. */
    static String text() {
        CompatibilityTable table = new CompatibilityTable();
        table.add(List.of(), RootSchema.table(), Support.ACTED_ON);
        return """
                Acted on: %d. Accepted, not acted on yet: %d. Accepted without effect, for good: %d. A keyword in the wrong block
                or in no table is refused: its line or block is an error and skipped whole.
                """.formatted(
                                table.counts.getOrDefault(Support.Kind.ACTED_ON, 0),
                                table.counts.getOrDefault(Support.Kind.NOT_YET, 0),
                                table.counts.getOrDefault(Support.Kind.WITHOUT_EFFECT, 0))
                + table.tables;
    }

    private void add(List<String> path, BlockSchema<?> schema, Support outer) {
        String heading = path.isEmpty() ? "Top level" : "`" + String.join("` / `", path) + "`";
        tables.append("\n### ")
                .append(heading)
                .append("\n\n| keyword | argument | what becomes of it |\n| --- | --- | --- |\n");
        List<Runnable> inner = new ArrayList<>();
        for (Entry<?> entry : schema.entries()) {
            Support support = outer.kind() == Support.Kind.ACTED_ON ? entry.support() : outer;
            counts.merge(support.kind(), 1, Integer::sum);
            row(entry, support);
            if (entry instanceof Entry.Block<?, ?> block) {
                List<String> own = new ArrayList<>(path);
                own.add(entry.name());
                inner.add(() -> add(own, block.schema(), support));
            }
        }
        inner.forEach(Runnable::run);
    }

    private void row(Entry<?> entry, Support support) {
        String state = state(support);
        if (!entry.replacement().isEmpty()) {
            state = "old name of `" + entry.replacement() + "`" + "; " + state;
        }
        tables.append("| `%s` | %s | %s |%n"
                .formatted(entry.name(), argument(entry), state)
                .replace("\r", ""));
    }

    private static String argument(Entry<?> entry) {
        if (entry instanceof Entry.Keyword<?, ?> keyword) {
            String what = keyword.type().describe().replace("|", "\\|");
            boolean named = keyword.required() && !keyword.fallback().isEmpty();
            return named ? what + "; where it is missing: " + keyword.fallback().replaceAll(",$", "") : what;
        }
        return entry instanceof Entry.Block<?, ?> ? "block" : "lines";
    }

    private static String state(Support support) {
        return switch (support.kind()) {
            case ACTED_ON -> "acted on";
            case NOT_YET -> "not acted on yet";
            case WITHOUT_EFFECT -> "no effect: " + support.reason();
        };
    }
}
