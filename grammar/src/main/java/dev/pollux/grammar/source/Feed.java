package dev.pollux.grammar.source;

import org.jspecify.annotations.Nullable;

/** A source of lines that the preprocessor is in the middle of: a file, or something that expands to several lines. */
interface Feed {

    /** The next line before preprocessing, or null at the end. */
    @Nullable
    SourceLine next();

    /** Called once, when the feed has ended. */
    void close();
}
