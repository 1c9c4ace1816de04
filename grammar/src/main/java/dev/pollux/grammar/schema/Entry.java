package dev.pollux.grammar.schema;

import org.jspecify.annotations.Nullable;

/**
 * What a keyword is in one block.
 *
 * @param <D> what that block is read into
 */
public sealed interface Entry<D> {

    String name();

    Support support();

    /** What to write instead; empty: the keyword is not deprecated. */
    String replacement();

    /**
     * A keyword with arguments.
     *
     * @param required keepalived gives up where the argument is missing; here {@code fallback} is taken
     * @param fallback the default, for people
     */
    record Keyword<D, V>(
            String name,
            ArgumentType<V> type,
            boolean required,
            String fallback,
            @Nullable Setting<D, V> setting,
            Support support,
            String replacement)
            implements Entry<D> {}

    /**
     * A block of statements.
     *
     * @param named keepalived gives up where the argument is missing
     */
    record Block<D, C>(
            String name,
            BlockSchema<C> schema,
            boolean named,
            Opening<D, C> opening,
            Closing<D, C> closing,
            Support support,
            String replacement)
            implements Entry<D> {}

    /** A block of lines of values. */
    record Lines<D>(String name, Opening<D, Line> opening, Support support, String replacement) implements Entry<D> {}

    /** Begins a block: gives what it is read into, or null where the block is to be skipped, which has been reported. */
    @FunctionalInterface
    interface Opening<D, C> {
        @Nullable
        C open(D draft, Arguments head);
    }

    /** Takes a finished block. */
    @FunctionalInterface
    interface Closing<D, C> {
        void close(D draft, C block, Arguments head);
    }

    /** Takes one line of values. */
    @FunctionalInterface
    interface Line {
        void read(Arguments line);

        /** Called at the end of the block. */
        default void end() {}
    }
}
