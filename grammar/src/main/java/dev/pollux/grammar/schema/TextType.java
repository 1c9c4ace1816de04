package dev.pollux.grammar.schema;

import dev.pollux.grammar.diagnostic.DiagnosticCode;

/**
 * One word of text.
 *
 * @param what for people: {@code a name}
 * @param maxLength longer text is cut, with a report
 */
public record TextType(String what, int maxLength) implements ArgumentType<String> {

    public static TextType of(String what) {
        return new TextType(what, Integer.MAX_VALUE);
    }

    @Override
    public String read(Arguments arguments) {
        String text = arguments.text(0);
        if (text.length() <= maxLength) {
            return text;
        }
        arguments.report(
                DiagnosticCode.OUT_OF_RANGE,
                0,
                "'" + text + "' has more than " + maxLength + " characters, the rest is cut off",
                "write " + describe());
        return text.substring(0, maxLength);
    }

    @Override
    public String describe() {
        return maxLength == Integer.MAX_VALUE ? what : what + " of at most " + maxLength + " characters";
    }
}
