package dev.pollux.grammar.schema;

import org.jspecify.annotations.Nullable;

/**
 * What the arguments of a keyword must be.
 *
 * @param <V> what they mean
 */
public interface ArgumentType<V> {

    /** The value, or null where there is none: that has been reported then. There is at least one argument if {@link #least} says so. */
    @Nullable
    V read(Arguments arguments);

    /** For people: {@code integer 1 to 255}. */
    String describe();

    /** How many arguments are needed at least. */
    default int least() {
        return 1;
    }

    /** How many arguments are looked at; what follows is ignored. */
    default int most() {
        return 1;
    }
}
