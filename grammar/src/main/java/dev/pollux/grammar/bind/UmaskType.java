package dev.pollux.grammar.bind;

import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.schema.ArgumentType;
import dev.pollux.grammar.schema.Arguments;
import dev.pollux.grammar.syntax.Word;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code umask}: a number as C writes it, or names of bits with {@code |} between them. */
record UmaskType() implements ArgumentType<Integer> {

    private static final int MOST = 0777;

    private static final Map<String, Integer> BITS = Map.of(
            "IRUSR", 0400, "IWUSR", 0200, "IXUSR", 0100, "IRGRP", 040, "IWGRP", 020, "IXGRP", 010, "IROTH", 04, "IWOTH",
            02, "IXOTH", 01);

    @Override
    public @Nullable Integer read(Arguments arguments) {
        String text = String.join("", arguments.words().stream().map(Word::text).toList());
        if (!text.isEmpty() && Character.isDigit(text.charAt(0))) {
            return arguments.count() > 1
                    ? refuse(arguments, 1, "'" + arguments.text(1) + "' stands behind umask, it is ignored")
                    : number(text, arguments);
        }
        int mask = 0;
        for (String name : text.split("\\|", -1)) {
            Integer bit = BITS.get(name);
            if (bit == null) {
                return refuse(arguments, 0, "'" + name + "' is no permission, umask is ignored");
            }
            mask |= bit;
        }
        return mask;
    }

    private @Nullable Integer number(String text, Arguments arguments) {
        try {
            int mask = Integer.decode(text);
            if (mask <= MOST) {
                return mask;
            }
        } catch (NumberFormatException e) {
            // Said below, as what is too large.
        }
        return refuse(arguments, 0, "'" + text + "' is no umask, it is ignored");
    }

    private @Nullable Integer refuse(Arguments arguments, int index, String message) {
        arguments.report(DiagnosticCode.INVALID_VALUE, index, message, "write " + describe());
        return null;
    }

    @Override
    public String describe() {
        return "an octal number such as 022, or names such as IWGRP|IWOTH";
    }

    @Override
    public int most() {
        return Integer.MAX_VALUE;
    }
}
