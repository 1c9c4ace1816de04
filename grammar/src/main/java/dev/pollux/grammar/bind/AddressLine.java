package dev.pollux.grammar.bind;

import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.AddressFlag;
import dev.pollux.grammar.model.AddressLiteral;
import dev.pollux.grammar.model.VirtualAddress;
import dev.pollux.grammar.schema.Arguments;
import dev.pollux.grammar.schema.IntegerType;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one line of {@code virtual_ipaddress} or {@code static_ipaddress}: {@code ADDR[/LEN] [brd A] [dev IF] ...}. */
final class AddressLine {

    private static final int MAX_LABEL = 15;
    private static final long FOREVER = 0xFFFFFFFFL;
    private static final Map<String, Integer> SCOPES =
            Map.of("global", 0, "site", 200, "link", 253, "host", 254, "nowhere", 255);

    private final Arguments line;
    private final boolean fixed;
    private int next = 1;
    private int prefixLength;
    private @Nullable String interfaceName;
    private int scope;
    private @Nullable InetAddress broadcast;
    private @Nullable String label;
    private @Nullable InetAddress peer;
    private @Nullable Long preferredLifetime;
    private @Nullable String trackGroup;
    private final Set<AddressFlag> flags = EnumSet.noneOf(AddressFlag.class);

    private AddressLine(Arguments line, boolean fixed) {
        this.line = line;
        this.fixed = fixed;
    }

    /** An address that follows the master, or null after a report. */
    static @Nullable AddressDraft read(Arguments line) {
        return new AddressLine(line, false).read();
    }

    /** An address that is always there, or null after a report. */
    static @Nullable AddressDraft readStatic(Arguments line) {
        return new AddressLine(line, true).read();
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
        prefixLength = prefixLength(address, slash < 0 ? null : text.substring(slash + 1));
        notChosenAsSource(address);
        while (next < line.count()) {
            option(address);
        }
        VirtualAddress written =
                new VirtualAddress(address, prefixLength, "", scope, broadcast, label, peer, preferredLifetime, flags);
        return new AddressDraft(written, interfaceName, trackGroup, line.span());
    }

    /** keepalived's default for a single IPv6 address, lest the machine speak from an address that may move. */
    private void notChosenAsSource(InetAddress address) {
        if (prefixLength == AddressFamily.IPV6.bits() && AddressFamily.of(address) == AddressFamily.IPV6) {
            preferredLifetime = 0L;
        }
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
                hint(text, bits));
        return bits;
    }

    private static String hint(String text, int bits) {
        Integer prefix = GranularityType.prefixLength(text);
        return prefix == null ? "write a number from 0 to " + bits : "write /" + prefix + " for this netmask";
    }

    private void option(InetAddress address) {
        String option = line.text(next);
        AddressFlag flag = AddressFlag.of(option);
        if (flag != null && !(fixed && flag == AddressFlag.VIRTUAL_MAC)) {
            flags.add(flag);
            next++;
            return;
        }
        switch (option) {
            case "dev" -> interfaceName = argument(option);
            case "brd", "broadcast" ->
                broadcast =
                        argument(option) == null ? null : BroadcastAddress.read(line, next - 1, address, prefixLength);
            case "scope" -> scope(address, argument(option));
            case "label" -> label = label(argument(option));
            case "peer" -> peer(address, argument(option));
            case "preferred_lft" -> preferredLifetime(argument(option));
            default -> {
                if (fixed && option.equals("track_group")) {
                    trackGroup = argument(option);
                    return;
                }
                line.report(
                        DiagnosticCode.INVALID_VALUE,
                        next,
                        "unknown option '" + option + "' of an address, it is ignored",
                        "write one address a line, with dev, brd, scope, label and such behind it");
                next++;
            }
        }
    }

    private @Nullable String argument(String option) {
        next += 2;
        if (next <= line.count()) {
            return line.text(next - 1);
        }
        line.report(DiagnosticCode.INVALID_VALUE, next - 2, option + " has no value, it is ignored", "write it behind");
        return null;
    }

    /** The kernel tells the scope of an IPv6 address by the address itself. */
    private void scope(InetAddress address, @Nullable String text) {
        if (address instanceof Inet4Address) {
            scope = scope(text);
        } else if (text != null) {
            line.report(
                    DiagnosticCode.CONTRADICTION,
                    next - 2,
                    "an IPv6 address has the scope that it shows, scope is ignored",
                    "remove scope " + text);
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

    /** {@code peer ADDRESS[/PREFIX-LENGTH]}; the prefix is the peer's, as in ip-address(8). */
    private void peer(InetAddress address, @Nullable String text) {
        if (text == null) {
            return;
        }
        int slash = text.indexOf('/');
        InetAddress value = AddressLiteral.parse(slash < 0 ? text : text.substring(0, slash));
        if (value == null || AddressFamily.of(value) != AddressFamily.of(address)) {
            line.report(
                    DiagnosticCode.INVALID_VALUE,
                    next - 1,
                    "'" + text + "' is not a peer address of the same family, it is ignored",
                    "write peer and an address");
            return;
        }
        peer = value;
        if (slash >= 0) {
            prefixLength = prefixLength(value, text.substring(slash + 1));
        }
    }

    private void preferredLifetime(@Nullable String text) {
        if (text == null) {
            return;
        }
        if (text.equals("forever")) {
            preferredLifetime = null;
            return;
        }
        Long seconds = IntegerType.strict(0, FOREVER).read(line, next - 1);
        if (seconds != null) {
            preferredLifetime = seconds == FOREVER ? null : seconds;
        }
    }
}
