package dev.pollux.grammar.schema;

import dev.pollux.grammar.diagnostic.DiagnosticCode;
import org.jspecify.annotations.Nullable;

/** {@code on}, {@code true}, {@code yes} or nothing; {@code off}, {@code false}, {@code no}. */
public record BooleanType() implements ArgumentType<Boolean> {

    @Override
    public @Nullable Boolean read(Arguments arguments) {
        if (arguments.isEmpty()) {
            return true;
        }
        String text = arguments.text(0);
        switch (text) {
            case "on", "true", "yes" -> {
                return true;
            }
            case "off", "false", "no" -> {
                return false;
            }
            default -> {
                arguments.report(
                        DiagnosticCode.INVALID_VALUE,
                        0,
                        "'" + text + "' is neither on nor off, it is ignored",
                        "write " + describe());
                return null;
            }
        }
    }

    @Override
    public String describe() {
        return "on, true, yes, off, false or no; nothing means on";
    }

    @Override
    public int least() {
        return 0;
    }
}
