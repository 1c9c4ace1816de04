package dev.pollux.grammar.bind;

import dev.pollux.grammar.schema.ArgumentType;
import dev.pollux.grammar.schema.Arguments;
import dev.pollux.grammar.schema.IntegerType;

/** The priority of an instance; one that is none is the usual one, also with {@code state MASTER}. */
record PriorityType() implements ArgumentType<Integer> {

    static final int DEFAULT = 100;

    private static final IntegerType RANGE = IntegerType.strict(1, 255);

    @Override
    public Integer read(Arguments arguments) {
        Long value = RANGE.read(arguments);
        return value == null ? DEFAULT : value.intValue();
    }

    @Override
    public String describe() {
        return RANGE.describe();
    }
}
