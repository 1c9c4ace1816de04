package dev.pollux.grammar.source;

import dev.pollux.grammar.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code $NAME=text}, of one line or, where lines end with a backslash, of several. */
final class Definition {

    private final String name;
    private final List<String> lines;

    /** Where each line is defined; made once, for it may be used a hundred thousand times. */
    private final List<Diagnostic.Note> notes;

    private Definition(String name, List<String> lines, List<Diagnostic.Note> notes) {
        this.name = name;
        this.lines = List.copyOf(lines);
        this.notes = List.copyOf(notes);
    }

    /** @param places the lines of the file that hold the text, as many as {@code lines} */
    static Definition of(String name, List<String> lines, List<SourceLine> places) {
        List<Diagnostic.Note> notes = new ArrayList<>(places.size());
        for (SourceLine place : places) {
            int start = Blanks.skip(place.text(), 0);
            int end = Math.max(start + 1, place.text().length());
            notes.add(new Diagnostic.Note(place.span(start, end), "expanded from $" + name + " defined here"));
        }
        return new Definition(name, lines, notes);
    }

    /** A name that the reader defines itself. */
    static Definition internal(String name, String text) {
        return new Definition(name, List.of(text), List.of());
    }

    String name() {
        return name;
    }

    List<String> lines() {
        return lines;
    }

    boolean multiLine() {
        return lines.size() > 1;
    }

    /** Where the line number {@code index} is defined; null: nowhere in a file. */
    Diagnostic.@Nullable Note note(int index) {
        return index < notes.size() ? notes.get(index) : null;
    }
}
