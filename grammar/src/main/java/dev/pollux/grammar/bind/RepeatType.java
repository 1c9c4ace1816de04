package dev.pollux.grammar.bind;

import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.schema.ArgumentType;
import dev.pollux.grammar.schema.Arguments;
import dev.pollux.grammar.schema.IntegerType;
import org.jspecify.annotations.Nullable;

/** How often something is sent; less than {@code min} is raised to it. */
record RepeatType(int min) implements ArgumentType<Integer> {

    @Override
    public @Nullable Integer read(Arguments arguments) {
        Long value = IntegerType.lenient(0, Integer.MAX_VALUE).read(arguments);
        if (value == null) {
            return null;
        }
        if (value < min) {
            arguments.report(
                    DiagnosticCode.OUT_OF_RANGE,
                    0,
                    arguments.keyword() + " " + value + " is read as " + min,
                    "write " + describe());
        }
        return (int) Math.max(min, value);
    }

    @Override
    public String describe() {
        return "an integer of at least " + min;
    }
}
