package dev.pollux.grammar.bind;

import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.schema.AddressText;
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

    private static final Set<String> VIA_OPTIONS = Set.of("inet", "inet6", "to");
    private static final Set<String> MTU_OPTIONS = Set.of("lock");

    /** Words and how many arguments follow each. */
    private static final Map<String, Integer> WORDS = LineWords.counts(
            "0 inet inet6 onlink no_track fastopen_no_cookie nexthop default",
            "1 to src from dev oif table protocol scope tos dsfield metric priority preference weight realms expires"
                    + " advmss rtt rttvar reordering window cwnd ssthresh initcwnd initrwnd quickack rto_min hoplimit"
                    + " features congctl pref ttl-propagate track_group or");

    private RouteLine() {}

    static void read(Arguments line) {
        int i = 0;
        while (i < line.count()) {
            String word = line.text(i);
            Integer arguments = WORDS.get(word);
            if (arguments != null) {
                i += 1 + arguments;
            } else if (word.equals("via") || word.equals("gw") || word.equals("as")) {
                i += isOption(line, i + 1, VIA_OPTIONS) ? 3 : 2;
            } else if (word.equals("mtu")) {
                i += isOption(line, i + 1, MTU_OPTIONS) ? 3 : 2;
            } else if (word.equals("encap")) {
                return;
            } else if (isPrefix(word) || TYPES.contains(word)) {
                i++;
            } else {
                line.report(
                        DiagnosticCode.INVALID_VALUE,
                        i,
                        "unknown word '" + word + "' of a route, the line is ignored",
                        "write [TYPE] PREFIX [via ADDRESS] [dev IF] ... as in ip route");
                return;
            }
        }
    }

    private static boolean isOption(Arguments line, int index, Set<String> options) {
        return index < line.count() && options.contains(line.text(index));
    }

    private static boolean isPrefix(String word) {
        int slash = word.indexOf('/');
        return AddressText.parse(slash < 0 ? word : word.substring(0, slash)) != null;
    }
}
