package dev.pollux.grammar.bind;

import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.schema.ArgumentType;
import dev.pollux.grammar.schema.Arguments;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code [+|-][read|match|wildcard_match|brace_match] ...}; nothing means all. */
record IncludeCheckType() implements ArgumentType<Set<IncludeCheckType.Check>> {

    /** What an include can be checked for. */
    enum Check {
        READ,
        MATCH,
        WILDCARD_MATCH,
        BRACE_MATCH
    }

    @Override
    public Set<Check> read(Arguments arguments) {
        Set<Check> checks = EnumSet.noneOf(Check.class);
        if (arguments.isEmpty()) {
            checks.addAll(EnumSet.allOf(Check.class));
        }
        for (int i = 0; i < arguments.count(); i++) {
            String text = arguments.text(i);
            boolean remove = text.startsWith("-");
            Check check = check(remove || text.startsWith("+") ? text.substring(1) : text);
            if (check == null) {
                arguments.report(
                        DiagnosticCode.INVALID_VALUE,
                        i,
                        "unknown check '" + text + "', it is ignored",
                        "write " + describe());
            } else if (remove) {
                checks.remove(check);
            } else {
                checks.add(check);
            }
        }
        return checks;
    }

    private static @Nullable Check check(String text) {
        return switch (text) {
            case "read" -> Check.READ;
            case "match" -> Check.MATCH;
            case "wildcard_match" -> Check.WILDCARD_MATCH;
            case "brace_match" -> Check.BRACE_MATCH;
            default -> null;
        };
    }

    @Override
    public String describe() {
        return "read, match, wildcard_match or brace_match, perhaps with + or - before it";
    }

    @Override
    public int least() {
        return 0;
    }

    @Override
    public int most() {
        return Integer.MAX_VALUE;
    }
}
