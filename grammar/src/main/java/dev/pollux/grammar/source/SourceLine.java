package dev.pollux.grammar.source;

import dev.pollux.grammar.diagnostic.Diagnostic;
import dev.pollux.grammar.diagnostic.SourceSpan;
import java.util.List;

/**
 * One line after the preprocessor, and the line of the file that it was made from.
 *
 * @param text without comment; columns of text that was not expanded are those of the file
 * @param file as the user named it
 * @param number of the line in its file, from 1
 * @param original the line as it stands in the file
 * @param expansions what in {@code text} is not from {@code original}, in ascending order
 */
public record SourceLine(String text, String file, int number, String original, List<Expansion> expansions) {

    /**
     * A piece of text that replaced a shorter or longer one.
     *
     * @param start where the new text begins
     * @param end behind its last character
     * @param column of the replaced text in the original line, from 0
     * @param length of the replaced text
     * @param note where the new text was defined
     */
    public record Expansion(int start, int end, int column, int length, Diagnostic.Note note) {}

    public static SourceLine plain(String text, String file, int number) {
        return new SourceLine(text, file, number, text, List.of());
    }

    /** The same place with less text. */
    SourceLine withText(String other) {
        return new SourceLine(other, file, number, original, expansions);
    }

    /** The place in the file of the characters {@code start} to {@code end}, excluded, of {@link #text}. */
    public SourceSpan span(int start, int end) {
        int shift = 0;
        for (Expansion expansion : expansions) {
            if (start < expansion.start()) {
                break;
            }
            if (start < expansion.end()) {
                return new SourceSpan(file, number, expansion.column() + 1, Math.max(1, expansion.length()), original);
            }
            shift = expansion.column() + expansion.length() - expansion.end();
        }
        int column = Math.max(0, Math.min(start + shift, original.length()));
        return new SourceSpan(file, number, column + 1, Math.max(1, end - start), original);
    }

    /** Where the expanded text at {@code start} was defined. */
    public List<Diagnostic.Note> notes(int start, int end) {
        if (expansions.isEmpty()) {
            return List.of();
        }
        return expansions.stream()
                .filter(expansion -> start < expansion.end() && end > expansion.start())
                .map(Expansion::note)
                .toList();
    }
}
