package dev.pollux.grammar.bind;

import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.model.GratuitousArpSettings.Extra;
import dev.pollux.grammar.schema.ArgumentType;
import dev.pollux.grammar.schema.Arguments;
import dev.pollux.grammar.schema.IntegerType;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * {@code garp_extra_if [all] SECONDS}.
 *
 * @param fewest fewest seconds
 */
record ExtraInterfacesType(int fewest) implements ArgumentType<Extra> {

    private static final int DAY = 86_400;

    /** What is written, or null after a report. */
    @Override
    public @Nullable Extra read(Arguments arguments) {
        boolean all = arguments.text(0).equals("all");
        int index = all ? 1 : 0;
        if (arguments.count() <= index) {
            arguments.report(
                    DiagnosticCode.INVALID_VALUE,
                    arguments.keyword() + " has no time, it is ignored",
                    "write " + describe());
            return null;
        }
        Long seconds = IntegerType.lenient(fewest, DAY).read(arguments, index);
        return seconds == null ? null : new Extra(Duration.ofSeconds(seconds), all && seconds > 0);
    }

    @Override
    public String describe() {
        return "[all] seconds from " + fewest + " to " + DAY;
    }

    @Override
    public int most() {
        return 2;
    }
}
