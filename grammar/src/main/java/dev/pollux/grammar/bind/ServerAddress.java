package dev.pollux.grammar.bind;

import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.model.AddressLiteral;
import dev.pollux.grammar.schema.AddressType;
import dev.pollux.grammar.schema.ArgumentType;
import dev.pollux.grammar.schema.Arguments;
import dev.pollux.grammar.schema.IntegerType;
import java.net.InetAddress;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code ADDRESS [PORT]} of a virtual, real or sorry server.
 *
 * @param port 1 to 65535; 0: not given
 */
record ServerAddress(InetAddress address, int port) {

    private static final Pattern WITH_PORT = Pattern.compile("[0-9.]+:[0-9]+");

    /** The address, or null after a report that ends with {@code consequence}. */
    static @Nullable ServerAddress read(Arguments arguments, String consequence) {
        InetAddress address = AddressLiteral.parse(AddressType.withoutPrefix(arguments.text(0)));
        if (address == null) {
            arguments.report(
                    DiagnosticCode.INVALID_VALUE,
                    0,
                    "'" + arguments.text(0) + "' is not an IP address, " + consequence,
                    WITH_PORT.matcher(arguments.text(0)).matches()
                            ? "write a blank instead of the colon: "
                                    + arguments.text(0).replace(':', ' ')
                            : "write ADDRESS PORT; names are not looked up");
            return null;
        }
        if (arguments.count() < 2 || isZero(arguments.text(1))) {
            return new ServerAddress(address, 0);
        }
        String text = arguments.text(1);
        Integer port = port(text);
        if (port == null) {
            arguments.report(
                    DiagnosticCode.INVALID_VALUE,
                    1,
                    "'" + text + "' is not a port, " + consequence,
                    "write a number from 1 to 65535; names are not looked up");
            return null;
        }
        return new ServerAddress(address, port);
    }

    private static boolean isZero(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c == '0');
    }

    private static @Nullable Integer port(String text) {
        int value = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return null;
            }
            value = value * 10 + (c - '0');
            if (value > 65535) {
                return null;
            }
        }
        return value == 0 ? null : Integer.valueOf(value);
    }

    /** As an argument of a keyword. */
    record Type() implements ArgumentType<ServerAddress> {
        @Override
        public @Nullable ServerAddress read(Arguments arguments) {
            return ServerAddress.read(arguments, "it is ignored");
        }

        @Override
        public String describe() {
            return "ADDRESS [PORT]";
        }

        @Override
        public int most() {
            return 2;
        }
    }

    /** Ports of checkers. */
    static IntegerType portType() {
        return IntegerType.lenient(1, 65535);
    }
}
