package dev.pollux.director.track;

import java.util.OptionalLong;

/** The number in a tracked file, as strtol(3) reads it: blanks, a sign, then decimal, 0x and hexadecimal, or 0 and octal. */
final class FileNumber {

    private static final int HEXADECIMAL = 16;
    private static final int OCTAL = 8;
    private static final int DECIMAL = 10;

    private FileNumber() {}

    /** What stands at the begin of the text, 0 where that is no number; empty: it does not fit 32 bits and does not count. */
    static OptionalLong parse(String text) {
        String number = text.stripLeading();
        boolean negative = number.startsWith("-");
        int from = negative || number.startsWith("+") ? 1 : 0;
        int radix = DECIMAL;
        if (number.regionMatches(true, from, "0x", 0, 2) && digit(number, from + 2, HEXADECIMAL) >= 0) {
            radix = HEXADECIMAL;
            from += 2;
        } else if (number.startsWith("0", from)) {
            radix = OCTAL;
        }
        long value = 0;
        for (int i = from; digit(number, i, radix) >= 0; i++) {
            value = value * radix + digit(number, i, radix);
            if (value > Integer.MAX_VALUE + 1L) {
                return OptionalLong.empty();
            }
        }
        long signed = negative ? -value : value;
        return signed > Integer.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(signed);
    }

    private static int digit(String text, int at, int radix) {
        return at < text.length() ? Character.digit(text.charAt(at), radix) : -1;
    }
}
