package dev.pollux.grammar.schema;

import dev.pollux.grammar.diagnostic.DiagnosticCode;
import org.jspecify.annotations.Nullable;

/**
 * An argument that keepalived wants alone: with more words behind it, it is ignored.
 *
 * @param type of the argument
 */
public record AloneType<V>(ArgumentType<V> type) implements ArgumentType<V> {

    @Override
    public @Nullable V read(Arguments arguments) {
        if (arguments.count() <= type.most()) {
            return type.read(arguments);
        }
        arguments.report(
                DiagnosticCode.INVALID_VALUE,
                type.most(),
                arguments.keyword() + " takes one word only, it is ignored",
                "write " + describe() + ", in double quotes if it has blanks");
        return null;
    }

    @Override
    public String describe() {
        return type.describe();
    }

    @Override
    public int least() {
        return type.least();
    }

    @Override
    public int most() {
        return Integer.MAX_VALUE;
    }
}
