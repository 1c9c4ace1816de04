package dev.pollux.grammar.bind;

import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.schema.BlockSchema;
import dev.pollux.grammar.schema.Entry;
import dev.pollux.grammar.schema.Reports;
import dev.pollux.grammar.schema.Spelling;
import dev.pollux.grammar.syntax.Statement;
import dev.pollux.grammar.syntax.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One report for a keyword that its block does not have: where it belongs, or what was meant. */
final class UnknownKeywords {

    private final Reports reports;
    private final BlockSchema<?> root;
    private @Nullable Map<String, List<String>> blocksByKeyword;

    UnknownKeywords(Reports reports, BlockSchema<?> root) {
        this.reports = reports;
        this.root = root;
    }

    void report(BlockSchema<?> schema, Statement statement, boolean hasBody) {
        String keyword = statement.keyword().text();
        String where = schema.name().isEmpty() ? "at the top level" : "in " + schema.name();
        String done = hasBody ? ", the block is ignored" : ", the line is ignored";
        List<String> homes = homes().get(keyword);
        if (homes != null) {
            reports.add(
                    DiagnosticCode.MISPLACED_KEYWORD,
                    statement.keyword(),
                    "'" + keyword + "' is not known " + where + done,
                    "it belongs " + String.join(" or ", homes));
            return;
        }
        String near = Spelling.nearest(keyword, schema.keywords());
        reports.add(
                DiagnosticCode.UNKNOWN_KEYWORD,
                statement.keyword(),
                "unknown keyword '" + keyword + "' " + where + done,
                near == null ? hint(statement) : "did you mean '" + near + "'?");
    }

    private static String hint(Statement statement) {
        List<Word> words = statement.words();
        boolean definition = words.get(0).text().startsWith("$")
                && words.size() > 1
                && words.get(1).text().startsWith("=");
        return definition
                ? "write " + words.get(0).text() + "=VALUE, without a blank before the '='"
                : "remove it, or see the list of keywords";
    }

    private Map<String, List<String>> homes() {
        Map<String, List<String>> known = blocksByKeyword;
        if (known == null) {
            known = new HashMap<>();
            collect(root, known);
            blocksByKeyword = known;
        }
        return known;
    }

    private static void collect(BlockSchema<?> schema, Map<String, List<String>> out) {
        String home = schema.name().isEmpty() ? "at the top level" : "in " + schema.name();
        for (Entry<?> entry : schema.entries()) {
            List<String> homes = out.computeIfAbsent(entry.name(), key -> new ArrayList<>());
            if (homes.size() < 3 && !homes.contains(home)) {
                homes.add(home);
            }
            if (entry instanceof Entry.Block<?, ?> block) {
                collect(block.schema(), out);
            }
        }
    }
}
