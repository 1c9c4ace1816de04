package dev.pollux.grammar.bind;

import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.model.Trackers.Worth;
import dev.pollux.grammar.schema.ArgumentType;
import dev.pollux.grammar.schema.Arguments;
import dev.pollux.grammar.schema.IntegerType;
import org.jspecify.annotations.Nullable;

/** {@code N [reverse|noreverse]}: what a tracked thing adds to or takes from the priority. */
record WeightType(long limit) implements ArgumentType<Worth> {

    @Override
    public @Nullable Worth read(Arguments arguments) {
        Long weight = IntegerType.lenient(-limit, limit).read(arguments);
        String option = arguments.count() > 1 ? arguments.text(1) : "";
        boolean reverse = option.equals("reverse");
        if (!reverse && !option.isEmpty() && !option.equals("noreverse")) {
            arguments.report(
                    DiagnosticCode.INVALID_VALUE,
                    1,
                    "'" + option + "' is no option of a weight, it is ignored",
                    "write reverse or noreverse, or remove it");
        }
        return weight == null ? null : new Worth(weight.intValue(), reverse);
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
