package dev.pollux.grammar.schema;

import dev.pollux.grammar.diagnostic.DiagnosticCode;
import org.jspecify.annotations.Nullable;

/**
 * A decimal integer.
 *
 * @param lenient what follows the digits is reported and cut off, as keepalived does at run time; otherwise it makes the number invalid
 */
public record IntegerType(long min, long max, boolean lenient) implements ArgumentType<Long> {

    public static IntegerType strict(long min, long max) {
        return new IntegerType(min, max, false);
    }

    public static IntegerType lenient(long min, long max) {
        return new IntegerType(min, max, true);
    }

    @Override
    public @Nullable Long read(Arguments arguments) {
        return read(arguments, 0);
    }

    /** The number at {@code index}, or null after a report. */
    public @Nullable Long read(Arguments arguments, int index) {
        String text = arguments.text(index).trim();
        int begin = !text.isEmpty() && (text.charAt(0) == '+' || text.charAt(0) == '-') ? 1 : 0;
        int end = begin;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        boolean complete = end == text.length();
        if (end == begin || (!complete && !lenient)) {
            invalid(arguments, index, "is not a number, it is ignored");
            return null;
        }
        long value = end - begin > 18 ? Long.MAX_VALUE : Long.parseLong(text.substring(begin, end));
        value = text.charAt(0) == '-' ? -value : value;
        if (value < min || value > max) {
            arguments.report(
                    DiagnosticCode.OUT_OF_RANGE,
                    index,
                    "'" + text + "' is outside the range of " + arguments.keyword() + ", it is ignored",
                    "write " + describe());
            return null;
        }
        if (!complete) {
            invalid(arguments, index, "is not a number, read as " + value);
        }
        return value;
    }

    private void invalid(Arguments arguments, int index, String problem) {
        arguments.report(
                DiagnosticCode.INVALID_VALUE,
                index,
                "'" + arguments.text(index) + "' " + problem,
                "write " + describe());
    }

    @Override
    public String describe() {
        return "an integer from " + min + " to " + max;
    }
}
