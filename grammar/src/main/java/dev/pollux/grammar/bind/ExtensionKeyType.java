package dev.pollux.grammar.bind;

import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.model.Authentication.Extension;
import dev.pollux.grammar.model.Secret;
import dev.pollux.grammar.schema.ArgumentType;
import dev.pollux.grammar.schema.Arguments;
import dev.pollux.grammar.schema.IntegerType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code key NUMBER VALUE}: text, {@code hex:DIGITS} or {@code file:PATH} of a file with one of these; 32 to 64 bytes. */
record ExtensionKeyType() implements ArgumentType<Extension.Key> {

    private static final int LEAST = 32;
    private static final int MOST = 64;
    private static final String HEX = "hex:";
    private static final String FILE = "file:";
    private static final Set<PosixFilePermission> OTHERS =
            EnumSet.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);

    @Override
    public Extension.@Nullable Key read(Arguments arguments) {
        Long id = IntegerType.strict(1, 255).read(arguments);
        if (id == null) {
            return null;
        }
        String text = arguments.text(1);
        if (text.startsWith(FILE)) {
            text = content(text.substring(FILE.length()), arguments);
        }
        byte[] value = text == null ? null : bytes(text, arguments);
        return value == null
                ? null
                : new Extension.Key(id.intValue(), new Secret(HexFormat.of().formatHex(value)));
    }

    private static byte @Nullable [] bytes(String text, Arguments arguments) {
        byte[] value;
        try {
            value = text.startsWith(HEX)
                    ? HexFormat.of().parseHex(text.substring(HEX.length()))
                    : text.getBytes(StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            report(arguments, "the key is not written in pairs of hexadecimal digits, it is ignored");
            return null;
        }
        if (value.length < LEAST || value.length > MOST) {
            report(arguments, "the key has " + value.length + " bytes, it is ignored");
            return null;
        }
        return value;
    }

    private static @Nullable String content(String name, Arguments arguments) {
        try {
            Path file = Path.of(name);
            if (Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
                arguments.report(
                        DiagnosticCode.SCRIPT_SECURITY,
                        1,
                        "key file " + name + " can be read by others than its owner, the key is ignored",
                        "chmod 600 " + name);
                return null;
            }
            String text = Files.readString(file);
            return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        } catch (IOException | InvalidPathException | UnsupportedOperationException e) {
            report(arguments, "key file " + name + " cannot be read, the key is ignored");
            return null;
        }
    }

    private static void report(Arguments arguments, String message) {
        arguments.report(
                DiagnosticCode.INVALID_VALUE,
                1,
                message,
                "write " + LEAST + " to " + MOST + " bytes as text, hex:DIGITS or file:PATH");
    }

    @Override
    public String describe() {
        return "a number from 1 to 255 and a key of " + LEAST + " to " + MOST + " bytes (text, hex:DIGITS, file:PATH)";
    }

    @Override
    public int least() {
        return 2;
    }

    @Override
    public int most() {
        return 2;
    }
}
