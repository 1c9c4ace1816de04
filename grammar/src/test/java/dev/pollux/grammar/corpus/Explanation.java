package dev.pollux.grammar.corpus;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Why a value may differ from keepalived's. */
final class Explanation {

    static final String NONE = "not explained";

    private Explanation() {}

    /** Whether the dump can be of other values: they are drawn at random, or keepalived 2.2.7 does not know the built-in. */
    static boolean incomparable(String source) {
        return source.contains("_RANDOM") || source.contains("${_HASH}") || source.contains("${_BANG}");
    }

    /**
     * The reason, or {@link #NONE}.
     *
     * @param their value of keepalived; {@code -}: it has none
     * @param our value of this program; {@code -}: it has none
     */
    static String of(
            String source,
            String name,
            String their,
            String our,
            Map<String, String> theirs,
            Map<String, String> ours) {
        String scope = name.substring(0, name.lastIndexOf(' '));
        String key = name.substring(name.lastIndexOf(' ') + 1);
        String kind = theirs.getOrDefault(scope + " kind", ours.getOrDefault(scope + " kind", ""));
        if (our.equals("-") && kind.equals("BFD_CHECK")) {
            return "BFD_CHECK is not part of the configuration yet";
        }
        if (key.equals("state") && our.equals("MASTER")) {
            return "the wish of a member of a sync group is kept as written; it has no effect";
        }
        if (key.equals("retry") || key.equals("delay_before_retry")) {
            return source.contains("nb_get_retry") ? "nb_get_retry is heeded in every checker" : NONE;
        }
        if ((key.equals("addresses") || key.equals("peers") || key.equals("excluded")) && sameSet(their, our)) {
            return "an address that is listed twice counts once, as in keepalived since 2.3.3";
        }
        if ((key.equals("interface") || key.equals("addresses") || key.equals("excluded"))
                && (source.contains("use_vmac") || source.contains("use_ipvlan"))) {
            return "keepalived shows the virtual interface";
        }
        if (key.equals("sorry_server") && their.endsWith(" 0")) {
            return "the sorry server has the port of its service";
        }
        if (key.equals("connect_timeout") && their.equals("0")) {
            return "a host block of SMTP_CHECK has the usual timeout, not none";
        }
        if (their.equals("-")
                && source.chars().filter(c -> c == '{').count()
                        > source.chars().filter(c -> c == '}').count()) {
            return "a block that is not closed is kept";
        }
        if (our.equals("-") && source.contains("include ")) {
            return "it includes files that are not in the collection";
        }
        if (our.equals("-") && name.matches(".*#\\d+ .*")) {
            return "what is defined twice counts once";
        }
        if (our.equals("-") && name.startsWith("vrrp_instance")) {
            return "instances that differ only by peers or multicast group are not told apart";
        }
        if (our.equals("-") && (source.contains("FNAT") || source.contains("SNAT"))) {
            return "FULLNAT never becomes NAT";
        }
        return NONE;
    }

    private static boolean sameSet(String a, String b) {
        Set<String> left = new LinkedHashSet<>(List.of(a.split(", ", -1)));
        return left.equals(new LinkedHashSet<>(List.of(b.split(", ", -1))));
    }
}
