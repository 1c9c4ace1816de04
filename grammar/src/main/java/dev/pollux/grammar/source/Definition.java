package dev.pollux.grammar.source;

import java.util.List;

/**
 * {@code $NAME=text}.
 *
 * @param lines one, or several where the text ends with a backslash
 * @param places the lines of the file that hold them, as many; empty for a name that the reader defines itself
 */
record Definition(String name, List<String> lines, List<SourceLine> places) {

    static Definition internal(String name, String text) {
        return new Definition(name, List.of(text), List.of());
    }

    boolean multiLine() {
        return lines.size() > 1;
    }
}
