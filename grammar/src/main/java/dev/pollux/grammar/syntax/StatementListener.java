package dev.pollux.grammar.syntax;

import org.jspecify.annotations.Nullable;

/** Receives statements as they are read; every opened block is closed. */
public interface StatementListener {

    /** A statement without a body. */
    void statement(Statement statement);

    /** A statement with a body. Null: a brace that nothing stands before. */
    void open(@Nullable Statement head);

    /** The end of the body opened last. */
    void close();
}
