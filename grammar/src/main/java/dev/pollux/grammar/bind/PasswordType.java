package dev.pollux.grammar.bind;

import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.schema.ArgumentType;
import dev.pollux.grammar.schema.Arguments;
import dev.pollux.grammar.syntax.Word;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** {@code auth_pass}: eight bytes go into a packet (RFC 2338 5.3.6), so that all beyond has no meaning. */
record PasswordType() implements ArgumentType<String> {

    private static final int LENGTH = 8;

    @Override
    public String read(Arguments arguments) {
        remarkComment(arguments);
        byte[] bytes = arguments.text(0).getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= LENGTH) {
            return arguments.text(0);
        }
        arguments.report(
                DiagnosticCode.OUT_OF_RANGE,
                0,
                "auth_pass has more than " + LENGTH + " bytes, the rest is cut off",
                "write at most " + LENGTH + " bytes, the same on every director");
        return new String(Arrays.copyOf(bytes, LENGTH), StandardCharsets.UTF_8);
    }

    /** {@code pa#ss} is {@code pa}, which nobody expects of a password. */
    private static void remarkComment(Arguments arguments) {
        Word word = arguments.words().get(0);
        String line = word.line().original();
        int end = word.end();
        boolean cut = word.line().expansions().isEmpty()
                && end < line.length()
                && (line.charAt(end) == '#' || line.charAt(end) == '!');
        if (cut) {
            arguments.report(
                    DiagnosticCode.REMARK,
                    0,
                    "the password ends before '" + line.charAt(end) + "', which begins a comment",
                    "write the password in double quotes, or a blank before the comment");
        }
    }

    @Override
    public String describe() {
        return "a password of at most " + LENGTH + " bytes";
    }
}
