package dev.pollux.grammar.source;

/** Characters that separate words: space and control characters, and those that merely look like a space. */
public final class Blanks {

    private Blanks() {}

    public static boolean isBlank(char c) {
        return c <= ' ' || (c >= '\u00A0' && isLookAlike(c));
    }

    /** No-break space, zero-width space, ideographic space, byte order mark: blanks to the eye, letters to keepalived. */
    static boolean isLookAlike(char c) {
        return c == '\u00A0' || c == '\u200B' || c == '\u3000' || c == '\uFEFF';
    }

    /** Index of the first character from {@code from} on that is not a blank, or the length. */
    public static int skip(String text, int from) {
        int i = from;
        while (i < text.length() && isBlank(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /** Index of the first blank from {@code from} on, or the length. */
    static int wordEnd(String text, int from) {
        int i = from;
        while (i < text.length() && !isBlank(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /** The text with its first {@code length} characters turned into spaces, so that columns stay what they are. */
    static String blankOut(String text, int length) {
        return " ".repeat(length) + text.substring(length);
    }
}
