package dev.pollux.grammar.bind;

import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.model.HttpUrl.StatusRange;
import dev.pollux.grammar.schema.ArgumentType;
import dev.pollux.grammar.schema.Arguments;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code N} or {@code N-M}, several, from 100 to 599. */
record StatusCodesType() implements ArgumentType<List<StatusRange>> {

    @Override
    public List<StatusRange> read(Arguments arguments) {
        List<StatusRange> ranges = new ArrayList<>();
        for (int i = 0; i < arguments.count(); i++) {
            StatusRange range = range(arguments.text(i));
            if (range == null) {
                arguments.report(
                        DiagnosticCode.INVALID_VALUE,
                        i,
                        "'" + arguments.text(i) + "' is not a status code, it is ignored",
                        "write " + describe());
            } else {
                ranges.add(range);
            }
        }
        return ranges;
    }

    private static @Nullable StatusRange range(String text) {
        int dash = text.indexOf('-');
        int first = code(dash < 0 ? text : text.substring(0, dash));
        int last = dash < 0 ? first : code(text.substring(dash + 1));
        return first > 0 && last >= first ? new StatusRange(first, last) : null;
    }

    private static int code(String text) {
        boolean digits = text.length() == 3 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        int value = digits ? Integer.parseInt(text) : -1;
        return value >= 100 && value <= 599 ? value : -1;
    }

    @Override
    public String describe() {
        return "status codes from 100 to 599, as 200 or 200-204";
    }

    @Override
    public int most() {
        return Integer.MAX_VALUE;
    }
}
