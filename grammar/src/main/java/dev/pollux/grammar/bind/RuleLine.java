package dev.pollux.grammar.bind;

import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.schema.Arguments;
import java.util.Map;

/** One line of {@code virtual_rules} or {@code static_rules}: words as of {@code ip rule}; checked, not kept yet. */
final class RuleLine {

    private static final Map<String, Integer> WORDS = LineWords.counts(
            "0 inet inet6 not nop no_track unicast blackhole prohibit unreachable throw l3mdev",
            "1 from to tos dsfield fwmark iif dev oif table lookup priority order preference protocol realms"
                    + " suppress_prefixlength sup_pl suppress_ifgroup sup_group goto tunnel-id uidrange ipproto sport"
                    + " dport track_group type");

    private RuleLine() {}

    static void read(Arguments line) {
        boolean preference = false;
        int i = 0;
        while (i < line.count()) {
            String word = line.text(i);
            Integer arguments = WORDS.get(word);
            if (arguments == null) {
                line.report(
                        DiagnosticCode.INVALID_VALUE,
                        i,
                        "unknown word '" + word + "' of a rule, the line is ignored",
                        "write [from PREFIX] [to PREFIX] ... table NAME as in ip rule");
                return;
            }
            preference |= word.startsWith("pref") || word.equals("priority") || word.equals("order");
            i += 1 + arguments;
        }
        if (!preference) {
            line.report(
                    DiagnosticCode.SUSPICIOUS,
                    0,
                    "the rule has no preference, so that its place among the others is not fixed",
                    "write preference and a number");
        }
    }
}
