package dev.pollux.grammar.schema;

import dev.pollux.grammar.diagnostic.DiagnosticCode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One word of a list.
 *
 * @param ignoreCase upper and lower case are the same; the value is as listed
 */
public record ChoiceType(List<String> words, boolean ignoreCase) implements ArgumentType<String> {

    public ChoiceType {
        words = List.copyOf(words);
    }

    public static ChoiceType of(String... words) {
        return new ChoiceType(List.of(words), false);
    }

    public static ChoiceType ignoringCase(String... words) {
        return new ChoiceType(List.of(words), true);
    }

    @Override
    public @Nullable String read(Arguments arguments) {
        String text = arguments.text(0);
        for (String word : words) {
            if (ignoreCase ? word.equalsIgnoreCase(text) : word.equals(text)) {
                return word;
            }
        }
        String near = Spelling.nearest(text.toLowerCase(Locale.ROOT), words);
        arguments.report(
                DiagnosticCode.INVALID_VALUE,
                0,
                "'" + text + "' is not valid for " + arguments.keyword() + ", it is ignored",
                near == null ? "write " + describe() : "did you mean '" + near + "'?");
        return null;
    }

    @Override
    public String describe() {
        return "one of " + String.join(", ", words);
    }
}
