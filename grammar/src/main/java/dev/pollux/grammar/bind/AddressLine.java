package dev.pollux.grammar.bind;

import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.AddressLiteral;
import dev.pollux.grammar.schema.Arguments;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one line of {@code virtual_ipaddress} or {@code static_ipaddress}: {@code ADDR[/LEN] [brd A] [dev IF] ...}. */
final class AddressLine {

    private static final int MAX_LABEL = 15;
    private static final Map<String, Integer> SCOPES =
            Map.of("global", 0, "site", 200, "link", 253, "host", 254, "nowhere", 255);

    private final Arguments line;
    private int next = 1;
    private @Nullable String interfaceName;
    private int scope;
    private @Nullable InetAddress broadcast;
    private @Nullable String label;

    private AddressLine(Arguments line) {
        this.line = line;
    }

    /** The address, or null after a report. */
    static @Nullable AddressDraft read(Arguments line) {
        return new AddressLine(line).read();
    }

    private @Nullable AddressDraft read() {
        String text = line.text(0);
        int slash = text.indexOf('/');
        InetAddress address = AddressLiteral.parse(slash < 0 ? text : text.substring(0, slash));
        if (address == null) {
            line.report(
                    DiagnosticCode.INVALID_VALUE,
                    0,
                    "'" + text + "' is not an IP address, the line is ignored",
                    "write ADDRESS[/PREFIX-LENGTH] and options behind it");
            return null;
        }
        int prefix = prefixLength(address, slash < 0 ? null : text.substring(slash + 1));
        while (next < line.count()) {
            if (!option(address, prefix)) {
                break;
            }
        }
        return new AddressDraft(address, prefix, interfaceName, scope, broadcast, label, line.span());
    }

    private int prefixLength(InetAddress address, @Nullable String text) {
        int bits = AddressFamily.of(address).bits();
        if (text == null) {
            return bits;
        }
        int value = text.isEmpty() ? -1 : 0;
        for (int i = 0; i < text.length() && value >= 0; i++) {
            char c = text.charAt(i);
            value = c >= '0' && c <= '9' && value <= bits ? value * 10 + (c - '0') : -1;
        }
        if (value >= 0 && value <= bits) {
            return value;
        }
        line.report(
                DiagnosticCode.INVALID_VALUE,
                0,
                "'" + text + "' is not a prefix length, " + bits + " is assumed",
                "write a number from 0 to " + bits);
        return bits;
    }

    private boolean option(InetAddress address, int prefix) {
        String option = line.text(next);
        switch (option) {
            case "dev" -> interfaceName = argument(option);
            case "brd", "broadcast" -> broadcast = broadcast(argument(option), address, prefix);
            case "scope" -> scope = scope(argument(option));
            case "label" -> label = label(argument(option));
            case "peer", "preferred_lft", "track_group" -> argument(option);
            case "home", "-nodad", "mngtmpaddr", "noprefixroute", "autojoin", "no_track", "use_vmac" -> next++;
            default -> {
                line.report(
                        DiagnosticCode.INVALID_VALUE,
                        next,
                        "unknown option '" + option + "' of an address, the rest of the line is ignored",
                        "write one address a line, with dev, brd, scope, label and such behind it");
                return false;
            }
        }
        return true;
    }

    private @Nullable String argument(String option) {
        next += 2;
        if (next <= line.count()) {
            return line.text(next - 1);
        }
        line.report(DiagnosticCode.INVALID_VALUE, next - 2, option + " has no value, it is ignored", "write it behind");
        return null;
    }

    private @Nullable InetAddress broadcast(@Nullable String text, InetAddress address, int prefix) {
        if (text == null) {
            return null;
        }
        boolean ones = text.equals("+");
        if (ones || text.equals("-")) {
            return hostBits(address, prefix, ones);
        }
        InetAddress value = AddressLiteral.parse(text);
        if (value == null || AddressFamily.of(value) != AddressFamily.IPV4) {
            line.report(
                    DiagnosticCode.INVALID_VALUE,
                    next - 1,
                    "'" + text + "' is not an IPv4 broadcast address, it is ignored",
                    "");
            return null;
        }
        return value;
    }

    private static @Nullable InetAddress hostBits(InetAddress address, int prefix, boolean ones) {
        if (AddressFamily.of(address) != AddressFamily.IPV4) {
            return null;
        }
        byte[] bytes = address.getAddress();
        for (int bit = prefix; bit < 32; bit++) {
            int mask = 0x80 >> (bit % 8);
            bytes[bit / 8] = (byte) (ones ? bytes[bit / 8] | mask : bytes[bit / 8] & ~mask);
        }
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }

    private int scope(@Nullable String text) {
        Integer known = text == null ? Integer.valueOf(0) : SCOPES.get(text);
        if (known != null) {
            return known;
        }
        try {
            int value = Integer.parseInt(String.valueOf(text));
            if (value >= 0 && value <= 255) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Reported below.
        }
        line.report(
                DiagnosticCode.INVALID_VALUE,
                next - 1,
                "'" + text + "' is not a scope, global is assumed",
                "write global, site, link, host or a number from 0 to 255");
        return 0;
    }

    private @Nullable String label(@Nullable String text) {
        if (text != null && text.length() > MAX_LABEL) {
            line.report(
                    DiagnosticCode.OUT_OF_RANGE,
                    next - 1,
                    "label '" + text + "' has more than " + MAX_LABEL + " characters, it is ignored",
                    "write a shorter one");
            return null;
        }
        return text;
    }
}
