package dev.pollux.grammar.bind;

import dev.pollux.grammar.schema.ArgumentType;
import dev.pollux.grammar.schema.Arguments;
import dev.pollux.grammar.schema.IntegerType;
import org.jspecify.annotations.Nullable;

/** {@code N [reverse|noreverse]}: what a tracked thing adds to or takes from the priority. */
record WeightType(long limit) implements ArgumentType<Long> {

    @Override
    public @Nullable Long read(Arguments arguments) {
        return IntegerType.lenient(-limit, limit).read(arguments);
    }

    @Override
    public String describe() {
        return "an integer from -" + limit + " to " + limit + ", perhaps with reverse behind it";
    }

    @Override
    public int most() {
        return 2;
    }
}
