package dev.pollux.grammar.bind;

import dev.pollux.grammar.model.Trackers.InitialContent;
import dev.pollux.grammar.schema.ArgumentType;
import dev.pollux.grammar.schema.Arguments;
import dev.pollux.grammar.schema.IntegerType;
import org.jspecify.annotations.Nullable;

/** {@code [NUMBER] [overwrite]}: what a tracked file holds at the start. */
record InitialContentType() implements ArgumentType<InitialContent> {

    private static final IntegerType NUMBER = IntegerType.lenient(Integer.MIN_VALUE, Integer.MAX_VALUE);

    @Override
    public @Nullable InitialContent read(Arguments arguments) {
        long value = 0;
        boolean overwrite = false;
        for (int i = 0; i < Math.min(most(), arguments.count()); i++) {
            if (arguments.text(i).equals("overwrite")) {
                overwrite = true;
            } else {
                Long number = NUMBER.read(arguments, i);
                if (number == null) {
                    return null;
                }
                value = number;
            }
        }
        return new InitialContent(value, overwrite);
    }

    @Override
    public String describe() {
        return "[NUMBER] [overwrite]";
    }

    @Override
    public int least() {
        return 0;
    }

    @Override
    public int most() {
        return 2;
    }
}
