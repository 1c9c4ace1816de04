package dev.pollux.grammar.bind;

import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.model.IpPrefix;
import dev.pollux.grammar.model.VirtualInterface;
import dev.pollux.grammar.schema.Arguments;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words behind {@code use_vmac} and {@code use_ipvlan}: {@code [NAME|name NAME] [MAC] [group G] ...}. */
final class VirtualInterfaceWords {

    private static final int MAX_NAME = 15;
    private static final int MAX_OCTETS = 6;
    private static final Pattern MAC = Pattern.compile("([0-9A-Fa-f]{1,2}:){4,5}[0-9A-Fa-f]{1,2}");

    private final VirtualInterface.Kind kind;
    private @Nullable String name;
    private @Nullable String macAddress;
    private @Nullable IpPrefix address;
    private VirtualInterface.Mode mode = VirtualInterface.Mode.BRIDGE;

    /**
     * What was read.
     *
     * @param name null: to be found
     * @param macAddress five or six octets; null: the standard one
     */
    record Read(
            VirtualInterface.Kind kind,
            @Nullable String name,
            @Nullable String macAddress,
            @Nullable IpPrefix address,
            VirtualInterface.Mode mode) {}

    private VirtualInterfaceWords(VirtualInterface.Kind kind) {
        this.kind = kind;
    }

    static Read read(VirtualInterface.Kind kind, Arguments words) {
        return new VirtualInterfaceWords(kind).read(words);
    }

    private Read read(Arguments words) {
        for (int i = 0; i < words.count(); i++) {
            String word = words.text(i);
            boolean more = i + 1 < words.count();
            if (word.equals("name") && more) {
                i++;
                name(words, i);
            } else if (word.equals("group") && more) {
                i++;
            } else if (!word.equals("netlink_notify_msg")) {
                other(words, i);
            }
        }
        return new Read(kind, name, macAddress, address, mode);
    }

    private void other(Arguments words, int index) {
        String word = words.text(index);
        IpPrefix prefix = LineCursor.prefix(word);
        if (kind == VirtualInterface.Kind.MACVLAN && MAC.matcher(word).matches()) {
            macAddress = mac(word);
        } else if (kind == VirtualInterface.Kind.IPVLAN && prefix != null) {
            address = prefix;
        } else if (kind == VirtualInterface.Kind.IPVLAN && mode(word) != null) {
            mode = VirtualInterface.Mode.valueOf(word.toUpperCase(Locale.ROOT));
        } else {
            name(words, index);
        }
    }

    private static VirtualInterface.@Nullable Mode mode(String word) {
        for (VirtualInterface.Mode mode : VirtualInterface.Mode.values()) {
            if (mode.name().toLowerCase(Locale.ROOT).equals(word)) {
                return mode;
            }
        }
        return null;
    }

    private void name(Arguments words, int index) {
        String word = words.text(index);
        if (name != null
                || word.isEmpty()
                || word.length() > MAX_NAME
                || word.indexOf('/') >= 0
                || word.indexOf(':') >= 0) {
            words.report(
                    DiagnosticCode.INVALID_VALUE,
                    index,
                    "'" + word + "' is no name for an interface, it is ignored",
                    "write at most " + MAX_NAME + " characters, without colon and slash");
            return;
        }
        name = word;
    }

    private static String mac(String word) {
        StringBuilder text = new StringBuilder();
        for (String octet : word.toLowerCase(Locale.ROOT).split(":", MAX_OCTETS)) {
            text.append(text.isEmpty() ? "" : ":").append(octet.length() == 1 ? "0" + octet : octet);
        }
        return text.toString();
    }
}
