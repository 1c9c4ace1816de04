package dev.pollux.grammar.source;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Lines that are made while they are taken, such as those of a multi-line definition. */
final class LinesFeed implements Feed {

    private final Iterator<SourceLine> lines;
    private final Runnable onClose;

    LinesFeed(Iterator<SourceLine> lines, Runnable onClose) {
        this.lines = lines;
        this.onClose = onClose;
    }

    @Override
    public @Nullable SourceLine next() {
        return lines.hasNext() ? lines.next() : null;
    }

    @Override
    public void close() {
        onClose.run();
    }
}
