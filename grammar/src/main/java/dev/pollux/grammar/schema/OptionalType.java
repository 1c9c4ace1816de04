package dev.pollux.grammar.schema;

import org.jspecify.annotations.Nullable;

/**
 * An argument that may be left out.
 *
 * @param type of the argument where there is one
 * @param absent what nothing means
 */
public record OptionalType<V>(ArgumentType<V> type, V absent) implements ArgumentType<V> {

    @Override
    public @Nullable V read(Arguments arguments) {
        return arguments.isEmpty() ? absent : type.read(arguments);
    }

    @Override
    public String describe() {
        return type.describe() + "; nothing means " + absent;
    }

    @Override
    public int least() {
        return 0;
    }

    @Override
    public int most() {
        return type.most();
    }
}
