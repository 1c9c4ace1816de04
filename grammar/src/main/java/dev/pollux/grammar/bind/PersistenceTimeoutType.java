package dev.pollux.grammar.bind;

import dev.pollux.grammar.schema.ArgumentType;
import dev.pollux.grammar.schema.Arguments;
import dev.pollux.grammar.schema.IntegerType;
import org.jspecify.annotations.Nullable;

/** Seconds, 1 to 31 days; nothing means six minutes. */
record PersistenceTimeoutType() implements ArgumentType<Long> {

    static final long DEFAULT_SECONDS = 360;
    private static final IntegerType SECONDS = IntegerType.strict(1, 2_678_400);

    @Override
    public @Nullable Long read(Arguments arguments) {
        return arguments.isEmpty() ? Long.valueOf(DEFAULT_SECONDS) : SECONDS.read(arguments);
    }

    @Override
    public String describe() {
        return "seconds, " + SECONDS.describe() + "; nothing means " + DEFAULT_SECONDS;
    }

    @Override
    public int least() {
        return 0;
    }
}
