package dev.pollux.grammar.schema;

import dev.pollux.grammar.diagnostic.DiagnosticCode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A time in decimal units, seconds as a rule.
 *
 * @param minNanos smallest time
 * @param maxNanos largest time
 * @param unitNanos length of the unit: 10^9 for seconds, 10^6 for milliseconds
 * @param decimals how many digits may follow the point
 */
public record SecondsType(long minNanos, long maxNanos, long unitNanos, int decimals)
        implements ArgumentType<Duration> {

    private static final long SECOND = 1_000_000_000L;
    private static final int MAX_DIGITS = 9;

    /** Seconds with up to six decimals. */
    public static SecondsType seconds(double min, double max) {
        return new SecondsType(Math.round(min * SECOND), Math.round(max * SECOND), SECOND, 6);
    }

    /** Milliseconds with up to three decimals. */
    public static SecondsType milliseconds(double min, double max) {
        return new SecondsType(Math.round(min * 1e6), Math.round(max * 1e6), 1_000_000, 3);
    }

    @Override
    public @Nullable Duration read(Arguments arguments) {
        return read(arguments, 0);
    }

    /** The time at {@code index}, or null after a report. */
    public @Nullable Duration read(Arguments arguments, int index) {
        String text = arguments.text(index).trim();
        int i = text.startsWith("+") ? 1 : 0;
        int begin = i;
        while (i < text.length() && isDigit(text.charAt(i))) {
            i++;
        }
        int whole = i;
        if (i < text.length() && text.charAt(i) == '.') {
            i++;
            while (i < text.length() && isDigit(text.charAt(i))) {
                i++;
            }
        }
        int digits = whole - begin + Math.max(0, i - whole - 1);
        if (digits == 0 || whole - begin > MAX_DIGITS) {
            report(DiagnosticCode.INVALID_VALUE, arguments, index, "is not a time, it is ignored");
            return null;
        }
        long nanos = nanos(text.substring(begin, whole), i > whole ? text.substring(whole + 1, i) : "");
        if (nanos < minNanos || nanos > maxNanos) {
            if (unitNanos == SECOND && text.endsWith("ms")) {
                arguments.report(
                        DiagnosticCode.INVALID_VALUE,
                        index,
                        "'" + text + "' is not a time in seconds, it is ignored",
                        "write " + decimal(nanos / 1000));
                return null;
            }
            report(
                    DiagnosticCode.OUT_OF_RANGE,
                    arguments,
                    index,
                    "is outside the range of " + arguments.keyword() + ", it is ignored");
            return null;
        }
        if (i < text.length()) {
            report(
                    DiagnosticCode.INVALID_VALUE,
                    arguments,
                    index,
                    "is not a time, read as " + text.substring(begin, i));
        } else if (i - whole - 1 > decimals) {
            report(
                    DiagnosticCode.INVALID_VALUE,
                    arguments,
                    index,
                    "has more than " + decimals + " decimals, it is rounded");
        }
        return Duration.ofNanos(nanos);
    }

    private long nanos(String whole, String fraction) {
        long value = whole.isEmpty() ? 0 : Long.parseLong(whole) * unitNanos;
        long scale = unitNanos;
        for (int i = 0; i < Math.min(fraction.length(), decimals); i++) {
            scale /= 10;
            value += (fraction.charAt(i) - '0') * scale;
        }
        boolean roundUp = fraction.length() > decimals && fraction.charAt(decimals) >= '5';
        return roundUp ? value + scale : value;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private void report(DiagnosticCode code, Arguments arguments, int index, String problem) {
        arguments.report(code, index, "'" + arguments.text(index) + "' " + problem, "write " + describe());
    }

    @Override
    public String describe() {
        return (unitNanos == SECOND ? "seconds" : "milliseconds") + " from " + decimal(minNanos) + " to "
                + decimal(maxNanos);
    }

    private String decimal(long nanos) {
        return java.math.BigDecimal.valueOf(nanos)
                .divide(java.math.BigDecimal.valueOf(unitNanos))
                .stripTrailingZeros()
                .toPlainString();
    }
}
