package dev.pollux.grammar.syntax;

import dev.pollux.grammar.source.SourceLine;

/**
 * One word of a statement.
 *
 * @param text without the quotes
 * @param quoted written in double quotes
 * @param start index in the text of {@code line}, of the quote if there is one
 */
public record Word(String text, boolean quoted, SourceLine line, int start) {

    /** Index behind the last character, the closing quote included. */
    public int end() {
        return start + text.length() + (quoted ? 2 : 0);
    }

    @Override
    public String toString() {
        return text;
    }
}
