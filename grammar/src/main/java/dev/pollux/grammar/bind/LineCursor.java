package dev.pollux.grammar.bind;

import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.host.RoutingNames;
import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.AddressLiteral;
import dev.pollux.grammar.model.IpPrefix;
import dev.pollux.grammar.schema.Arguments;
import java.net.InetAddress;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the words of a route or rule. The first word that is no good is reported and spoils the line; what is read after
 * it is of no use, and nothing more is said.
 */
final class LineCursor {

    private static final long WORD = 0xFFFFFFFFL;

    private final Arguments line;
    private final RoutingNames names;
    private int next;
    private boolean spoilt;

    LineCursor(Arguments line, RoutingNames names) {
        this.line = line;
        this.names = names;
    }

    boolean hasNext() {
        return !spoilt && next < line.count();
    }

    boolean spoilt() {
        return spoilt;
    }

    /** The next keyword. */
    String next() {
        return line.text(next++);
    }

    /** Whether the next word is this one, which is then passed over. */
    boolean skip(String word) {
        boolean is = next < line.count() && line.text(next).equals(word);
        next += is ? 1 : 0;
        return is;
    }

    /** The word behind a keyword, where keepalived gives up if there is none. */
    String argument() {
        if (next < line.count()) {
            return line.text(next++);
        }
        if (!spoilt) {
            spoilt = true;
            line.report(
                    DiagnosticCode.MISSING_ARGUMENT_VALUE,
                    Math.max(0, next - 1),
                    (next == 0 ? "the line" : line.text(next - 1)) + " has no value, the line is ignored",
                    "write it behind");
        }
        return "0";
    }

    long number(long max) {
        String word = argument();
        try {
            long value = word.startsWith("0x") ? Long.parseLong(word.substring(2), 16) : Long.parseLong(word);
            if (value >= 0 && value <= max) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Reported below.
        }
        spoil("'" + word + "' is no number from 0 to " + max, "");
        return 0;
    }

    long number() {
        return number(WORD);
    }

    /** A number or a name for one. */
    int named(RoutingNames.Kind kind, long max) {
        String word = argument();
        OptionalInt value = names.find(kind, word);
        if (value.isPresent() && Integer.toUnsignedLong(value.getAsInt()) <= max) {
            return value.getAsInt();
        }
        spoil("'" + word + "' is neither a number nor a name that iproute2 knows", "write the number");
        return 0;
    }

    int table() {
        return named(RoutingNames.Kind.TABLE, WORD);
    }

    /** {@code [SOURCE/]DESTINATION}. */
    int realms() {
        String word = argument();
        int slash = word.indexOf('/');
        OptionalInt source =
                slash < 0 ? OptionalInt.of(0) : names.find(RoutingNames.Kind.REALM, word.substring(0, slash));
        OptionalInt destination = names.find(RoutingNames.Kind.REALM, word.substring(slash + 1));
        if (source.isEmpty()
                || destination.isEmpty()
                || source.getAsInt() >>> 16 != 0
                || destination.getAsInt() >>> 16 != 0) {
            spoil("'" + word + "' are no realms", "write [SOURCE/]DESTINATION with numbers up to 65535");
            return 0;
        }
        return source.getAsInt() << 16 | destination.getAsInt();
    }

    @Nullable
    InetAddress address() {
        String word = argument();
        InetAddress address = AddressLiteral.parse(word);
        if (address == null) {
            spoil("'" + word + "' is not an IP address", "");
        }
        return address;
    }

    @Nullable
    IpPrefix prefix() {
        String word = argument();
        IpPrefix prefix = prefix(word);
        if (prefix == null) {
            spoil("'" + word + "' is not an address prefix", "write ADDRESS/PREFIX-LENGTH");
        }
        return prefix;
    }

    /** Null: the word is none. */
    static @Nullable IpPrefix prefix(String word) {
        int slash = word.indexOf('/');
        InetAddress address = AddressLiteral.parse(slash < 0 ? word : word.substring(0, slash));
        if (address == null) {
            return null;
        }
        int bits = AddressFamily.of(address).bits();
        try {
            int length = slash < 0 ? bits : Integer.parseInt(word.substring(slash + 1));
            return length >= 0 && length <= bits ? new IpPrefix(address, length) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** The line is of no use because of the word read last. */
    void spoil(String why, String hint) {
        if (!spoilt) {
            spoilt = true;
            line.report(DiagnosticCode.INVALID_VALUE, Math.max(0, next - 1), why + ", the line is ignored", hint);
        }
    }

    /** The word read last works, but not as written. */
    void remark(DiagnosticCode code, String what, String hint) {
        line.report(code, Math.max(0, next - 1), what, hint);
    }
}
