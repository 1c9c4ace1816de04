package dev.pollux.grammar.source;

import org.jspecify.annotations.Nullable;

/**
 * A use of a definition in a text: {@code $NAME} before a blank, comma, closing parenthesis or the end, or
 * {@code ${NAME}} anywhere.
 *
 * @param name with arguments where it is a built-in that takes some
 * @param end index behind the reference
 */
record Reference(String name, int end) {

    /** The reference at a dollar sign, or null. */
    static @Nullable Reference at(String text, int dollar) {
        int from = dollar + 1;
        if (from < text.length() && text.charAt(from) == '{') {
            int close = text.indexOf('}', from);
            if (close < 0) {
                return null;
            }
            String name = text.substring(from + 1, close);
            int length = Definitions.nameLength(name, 0);
            boolean valid =
                    length > 0 && (length == name.length() || (name.charAt(0) == '_' && name.charAt(length) == ' '));
            return valid ? new Reference(name, close + 1) : null;
        }
        int end = from + Definitions.nameLength(text, from);
        if (end == from) {
            return null;
        }
        boolean ends = end == text.length() || Blanks.isBlank(text.charAt(end)) || ",)".indexOf(text.charAt(end)) >= 0;
        return ends ? new Reference(text.substring(from, end), end) : null;
    }
}
