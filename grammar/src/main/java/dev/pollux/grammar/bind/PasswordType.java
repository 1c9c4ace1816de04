package dev.pollux.grammar.bind;

import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.schema.ArgumentType;
import dev.pollux.grammar.schema.Arguments;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** {@code auth_pass}: eight bytes go into a packet (RFC 2338 5.3.6), so that all beyond has no meaning. */
record PasswordType() implements ArgumentType<String> {

    private static final int LENGTH = 8;

    @Override
    public String read(Arguments arguments) {
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

    @Override
    public String describe() {
        return "a password of at most " + LENGTH + " bytes";
    }
}
