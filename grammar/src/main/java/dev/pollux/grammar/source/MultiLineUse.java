package dev.pollux.grammar.source;

import dev.pollux.grammar.diagnostic.Diagnostic;
import dev.pollux.grammar.diagnostic.SourceSpan;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

/** A reference to a definition of several lines: the lines, with what stands before it on its own line. */
final class MultiLineUse {

    private MultiLineUse() {}

    /** The lines that take the place of {@code line}, which ends with a reference to the definition. */
    static Feed expand(SourceLine line, Definition definition) {
        int dollar = line.text().lastIndexOf('$');
        String prefix = line.text().substring(0, dollar);
        SourceSpan use = line.span(dollar, line.text().length());
        Iterator<SourceLine> lines = IntStream.range(0, definition.lines().size())
                .mapToObj(i -> line(line, i == 0 ? prefix : "", use, definition, i))
                .iterator();
        return new LinesFeed(lines, () -> {});
    }

    private static SourceLine line(SourceLine line, String prefix, SourceSpan use, Definition definition, int i) {
        String text = prefix + definition.lines().get(i);
        Diagnostic.Note known = definition.note(i);
        Diagnostic.Note note = known == null ? new Diagnostic.Note(use, "expanded from $" + definition.name()) : known;
        SourceLine.Expansion all =
                new SourceLine.Expansion(prefix.length(), text.length() + 1, use.column() - 1, use.length(), note);
        return new SourceLine(text, line.file(), line.number(), line.original(), List.of(all));
    }
}
