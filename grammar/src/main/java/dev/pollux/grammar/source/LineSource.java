package dev.pollux.grammar.source;

import org.jspecify.annotations.Nullable;

/** Lines in the order they are to be read. */
public interface LineSource {

    /** The next line, or null at the end. */
    @Nullable
    SourceLine next();
}
