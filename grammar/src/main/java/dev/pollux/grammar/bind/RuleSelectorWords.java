package dev.pollux.grammar.bind;

import dev.pollux.grammar.host.RoutingNames;
import dev.pollux.grammar.model.IpPrefix;
import dev.pollux.grammar.model.RuleSelector;
import dev.pollux.grammar.model.RuleSelector.Range;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words of a rule that say which packets it is for. */
final class RuleSelectorWords {

    private static final long BYTE = 0xFF;
    private static final long WORD = 0xFFFFFFFFL;
    private static final long MOST_PORT = 0xFFFF;
    private static final Map<String, Integer> PROTOCOLS = Map.of(
            "icmp",
            1,
            "igmp",
            2,
            "tcp",
            6,
            "udp",
            17,
            "dccp",
            33,
            "gre",
            47,
            "esp",
            50,
            "ipv6-icmp",
            58,
            "sctp",
            132,
            "udplite",
            136);

    private final LineCursor words;
    private @Nullable IpPrefix source;
    private @Nullable IpPrefix destination;
    private int typeOfService;
    private long mark;
    private long markMask;
    private String incoming = "";
    private String outgoing = "";
    private long tunnelId;
    private @Nullable Range users;
    private int protocol;
    private @Nullable Range sourcePorts;
    private @Nullable Range destinationPorts;

    RuleSelectorWords(LineCursor words) {
        this.words = words;
    }

    @Nullable
    IpPrefix source() {
        return source;
    }

    @Nullable
    IpPrefix destination() {
        return destination;
    }

    /** Takes the word and what belongs to it; false: it is for somebody else. */
    boolean take(String word) {
        switch (word) {
            case "from" -> source = prefix();
            case "to" -> destination = prefix();
            case "tos", "dsfield" -> typeOfService = words.named(RoutingNames.Kind.TYPE_OF_SERVICE, BYTE);
            case "fwmark" -> mark();
            case "iif", "dev" -> incoming = words.argument();
            case "oif" -> outgoing = words.argument();
            case "tunnel-id" -> tunnelId = words.number(Long.MAX_VALUE);
            case "uidrange" -> users = range(WORD, false);
            case "ipproto" -> protocol = protocol();
            case "sport" -> sourcePorts = range(MOST_PORT, true);
            case "dport" -> destinationPorts = range(MOST_PORT, true);
            default -> {
                return false;
            }
        }
        return true;
    }

    RuleSelector finish() {
        return new RuleSelector(
                source,
                destination,
                typeOfService,
                mark,
                markMask,
                incoming,
                outgoing,
                tunnelId,
                users,
                protocol,
                sourcePorts,
                destinationPorts);
    }

    private @Nullable IpPrefix prefix() {
        return words.skip("all") || words.skip("any") || words.skip("default") ? null : words.prefix();
    }

    /** {@code MARK[/MASK]}. */
    private void mark() {
        String text = words.argument();
        int slash = text.indexOf('/');
        try {
            mark = Long.decode(slash < 0 ? text : text.substring(0, slash));
            markMask = slash < 0 ? WORD : Long.decode(text.substring(slash + 1));
        } catch (NumberFormatException e) {
            mark = -1;
        }
        if (mark < 0 || mark > WORD || markMask < 0 || markMask > WORD) {
            words.spoil("'" + text + "' is no firewall mark", "write MARK[/MASK]");
        }
    }

    private @Nullable Range range(long most, boolean single) {
        String text = words.argument();
        int dash = text.indexOf('-');
        try {
            long first = Long.parseLong(dash < 0 ? text : text.substring(0, dash));
            long last = dash < 0 ? first : Long.parseLong(text.substring(dash + 1));
            if ((dash >= 0 || single) && first >= 0 && first <= last && last <= most) {
                return new Range(first, last);
            }
        } catch (NumberFormatException e) {
            // Reported below.
        }
        words.spoil("'" + text + "' is no range", "write FIRST-LAST, up to " + most);
        return null;
    }

    private int protocol() {
        String text = words.argument();
        Integer known = PROTOCOLS.get(text.toLowerCase(Locale.ROOT));
        if (known != null) {
            return known;
        }
        try {
            int number = Integer.parseInt(text);
            if (number > 0 && number <= BYTE) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Reported below.
        }
        words.spoil("'" + text + "' is no protocol over IP", "write its name or number");
        return 0;
    }
}
