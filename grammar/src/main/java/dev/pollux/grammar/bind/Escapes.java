package dev.pollux.grammar.bind;

/** Backslash escapes of script lines: {@code \n \t ...}, {@code \ooo}, {@code \xHH}, {@code \cX}; any other character is itself. */
final class Escapes {

    private static final String NAMES = "abEfnrtv";
    private static final String VALUES = "\u0007\b\u001B\f\n\r\t\u000B";

    private Escapes() {}

    /** Appends what the escape at {@code at}, behind the backslash, stands for; gives the index of its last character. */
    static int append(String text, int at, StringBuilder out) {
        char c = text.charAt(at);
        int named = NAMES.indexOf(c);
        if (named >= 0) {
            out.append(VALUES.charAt(named));
            return at;
        }
        if (c >= '0' && c <= '7') {
            return number(text, at, new Radix(8, 3), out);
        }
        if (c == 'x' && at + 1 < text.length() && Character.digit(text.charAt(at + 1), 16) >= 0) {
            return number(text, at + 1, new Radix(16, 2), out);
        }
        if (c == 'c' && at + 1 < text.length()) {
            out.append((char) (text.charAt(at + 1) & 0x1F));
            return at + 1;
        }
        out.append(c);
        return at;
    }

    private static int number(String text, int from, Radix radix, StringBuilder out) {
        int value = 0;
        int i = from;
        while (i < text.length() && i < from + radix.digits() && Character.digit(text.charAt(i), radix.base()) >= 0) {
            value = value * radix.base() + Character.digit(text.charAt(i), radix.base());
            i++;
        }
        out.append((char) (value & 0xFF));
        return i - 1;
    }

    private record Radix(int base, int digits) {}
}
