package dev.pollux.grammar.bind;

import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.model.AddressLiteral;
import dev.pollux.grammar.schema.Arguments;
import java.util.Map;
import java.util.Set;

/** One line of {@code virtual_routes} or {@code static_routes}: words as of {@code ip route}; checked, not kept yet. */
final class RouteLine {

    private static final Set<String> TYPES = Set.of(
            "unicast",
            "local",
            "broadcast",
            "anycast",
            "multicast",
            "nat",
            "unreachable",
            "prohibit",
            "blackhole",
            "throw",
            "xresolve");

    /** Words and how many arguments follow each. */
    private static final Map<String, Integer> WORDS = LineWords.counts(
            "0 inet inet6 onlink no_track nexthop default default6",
            "1 to src from dev oif table protocol scope tos dsfield metric priority preference weight realms expires"
                    + " reordering cwnd initcwnd initrwnd quickack hoplimit features congctl pref ttl-propagate"
                    + " fastopen_no_cookie track_group mtu advmss rtt rttvar window ssthresh rto_min");

    private static final Set<String> OPTIONS = Set.of("inet", "inet6", "to", "lock");

    private final Arguments line;
    private boolean hasInterface;
    private boolean untracked;

    private RouteLine(Arguments line) {
        this.line = line;
    }

    static void read(Arguments line) {
        new RouteLine(line).read();
    }

    private void read() {
        boolean nextHop = false;
        int i = 0;
        while (i < line.count()) {
            String word = line.text(i);
            nextHop |= word.equals("nexthop") || word.equals("or");
            hasInterface |= !nextHop && (word.equals("dev") || word.equals("oif"));
            untracked |= word.equals("no_track");
            if (word.equals("encap")) {
                return;
            }
            int length = length(word, i);
            if (length == 0) {
                line.report(
                        DiagnosticCode.INVALID_VALUE,
                        i,
                        "unknown word '" + word + "' of a route, the line is ignored",
                        "write [TYPE] PREFIX [via ADDRESS] [dev IF] ... as in ip route");
                return;
            }
            i += length;
        }
        reportUntracked();
    }

    /** How many words belong together from {@code index} on; 0: unknown. */
    private int length(String word, int index) {
        boolean option = index + 1 < line.count() && OPTIONS.contains(line.text(index + 1));
        Integer arguments = WORDS.get(word);
        if (arguments != null) {
            return 1 + arguments + (option && arguments > 0 ? 1 : 0);
        }
        if (word.equals("via") || word.equals("as")) {
            return option ? 3 : 2;
        }
        if (word.equals("gw") || word.equals("or")) {
            line.report(
                    DiagnosticCode.DEPRECATED,
                    index,
                    word + " is an old name",
                    "write " + (word.equals("gw") ? "via" : "nexthop"));
            return word.equals("gw") ? 2 : 1;
        }
        return isPrefix(word) || TYPES.contains(word) ? 1 : 0;
    }

    private void reportUntracked() {
        if (!hasInterface && !untracked) {
            line.report(
                    DiagnosticCode.SUSPICIOUS,
                    0,
                    "the route names no interface, so that nobody can see when it is gone",
                    "write dev and an interface, or no_track");
        }
    }

    private static boolean isPrefix(String word) {
        int slash = word.indexOf('/');
        return AddressLiteral.parse(slash < 0 ? word : word.substring(0, slash)) != null;
    }
}
