package dev.pollux.grammar.schema;

import dev.pollux.grammar.diagnostic.DiagnosticCode;
import org.jspecify.annotations.Nullable;

/**
 * {@code on}, {@code true}, {@code yes} or nothing; {@code off}, {@code false}, {@code no}.
 *
 * @param flag was a flag once, and still is in keepalived 2.2.7: any other word means on
 */
public record BooleanType(boolean flag) implements ArgumentType<Boolean> {

    public BooleanType() {
        this(false);
    }

    /** One that other words turn on, too. */
    public static BooleanType orFlag() {
        return new BooleanType(true);
    }

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
                        flag ? DiagnosticCode.REMARK : DiagnosticCode.INVALID_VALUE,
                        0,
                        "'" + text + "' is neither on nor off, " + (flag ? "read as on" : "it is ignored"),
                        "write " + describe());
                return flag ? true : null;
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
