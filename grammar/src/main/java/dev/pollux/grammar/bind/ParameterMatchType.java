package dev.pollux.grammar.bind;

import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.model.Trackers.ParameterMatch;
import dev.pollux.grammar.schema.ArgumentType;
import dev.pollux.grammar.schema.Arguments;
import org.jspecify.annotations.Nullable;

/** {@code param_match [initial|partial]}. */
record ParameterMatchType() implements ArgumentType<ParameterMatch> {

    @Override
    public @Nullable ParameterMatch read(Arguments arguments) {
        if (arguments.isEmpty()) {
            return ParameterMatch.EXACT;
        }
        return switch (arguments.text(0)) {
            case "initial" -> ParameterMatch.INITIAL;
            case "partial" -> ParameterMatch.PARTIAL;
            default -> {
                arguments.report(
                        DiagnosticCode.INVALID_VALUE,
                        0,
                        "unknown way of matching '" + arguments.text(0) + "', it is ignored",
                        "write " + describe());
                yield null;
            }
        };
    }

    @Override
    public String describe() {
        return "nothing, initial or partial";
    }

    @Override
    public int least() {
        return 0;
    }
}
