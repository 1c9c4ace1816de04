package dev.pollux.grammar.bind;

import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.model.BytePattern;
import dev.pollux.grammar.schema.ArgumentType;
import dev.pollux.grammar.schema.Arguments;
import dev.pollux.grammar.syntax.Word;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Hexadecimal digits, with blanks anywhere.
 *
 * @param wildcards {@code x} may stand for a digit
 * @param least how many words there must be
 */
record BytePatternType(boolean wildcards, int least) implements ArgumentType<BytePattern> {

    private static final Pattern DIGITS = Pattern.compile("([0-9a-f]{2})+");
    private static final Pattern DIGITS_OR_X = Pattern.compile("([0-9a-fx]{2})+");

    @Override
    public @Nullable BytePattern read(Arguments arguments) {
        String digits = arguments.words().stream()
                .map(BytePatternType::whole)
                .collect(Collectors.joining())
                .toLowerCase(Locale.ROOT);
        if (arguments.isEmpty()
                || (wildcards ? DIGITS_OR_X : DIGITS).matcher(digits).matches()) {
            return new BytePattern(digits);
        }
        arguments.report(
                DiagnosticCode.INVALID_VALUE,
                0,
                "'" + digits + "' is not a row of bytes, it is ignored",
                "write " + describe());
        return null;
    }

    /** A digit that is left over is a byte by itself. */
    private static String whole(Word word) {
        String text = word.text();
        int last = text.length() - 1;
        return text.length() % 2 == 0 ? text : text.substring(0, last) + "0" + text.charAt(last);
    }

    @Override
    public String describe() {
        return "two hexadecimal digits for each byte" + (wildcards ? ", x for any" : "");
    }

    @Override
    public int most() {
        return Integer.MAX_VALUE;
    }
}
