package dev.pollux.grammar.bind;

import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.host.RoutingNames;
import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.IpPrefix;
import dev.pollux.grammar.model.RouteAttributes;
import dev.pollux.grammar.model.RuleAction;
import dev.pollux.grammar.model.VirtualRule;
import dev.pollux.grammar.schema.Arguments;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Reads one line of {@code virtual_rules} or {@code static_rules}: words as of {@code ip rule}, written out in full. */
final class RuleLine {

    private static final long BYTE = 0xFF;
    private static final long LONGEST_PREFIX = 128;

    private final LineCursor words;
    private final RuleSelectorWords selector;
    private @Nullable AddressFamily family;
    private boolean inverted;
    private @Nullable Long priority;
    private RuleAction.@Nullable Kind kind;
    private int table;
    private long target;
    private int realms;
    private int suppressPrefixLength = -1;
    private int suppressGroup = -1;
    private int protocol = RouteAttributes.KEEPALIVED;
    private boolean tracked = true;
    private @Nullable String trackGroup;

    /**
     * A rule as read.
     *
     * @param trackGroup null: none
     */
    record Read(VirtualRule rule, @Nullable String trackGroup) {}

    private RuleLine(Arguments line, RoutingNames names) {
        this.words = new LineCursor(line, names);
        this.selector = new RuleSelectorWords(words);
    }

    /**
     * The rule, or null after a report.
     *
     * @param nextPriority gives one to a rule of a family that says none
     */
    static @Nullable Read read(Arguments line, RoutingNames names, ToLongFunction<AddressFamily> nextPriority) {
        return new RuleLine(line, names).read(nextPriority);
    }

    private @Nullable Read read(ToLongFunction<AddressFamily> nextPriority) {
        while (words.hasNext()) {
            String word = words.next();
            if (!selector.take(word)) {
                word(word);
            }
        }
        AddressFamily of = words.spoilt() ? null : family();
        if (of == null) {
            return null;
        }
        if (kind == null) {
            words.spoil("the rule does not say what to do", "write table NAME, goto, nop, blackhole, ...");
            return null;
        }
        checkProtocol();
        long at = priority == null ? assigned(of, nextPriority) : priority;
        if (kind == RuleAction.Kind.GOTO && target <= at) {
            words.spoil("a rule can only go to one behind it, of more than " + at, "");
            return null;
        }
        RuleAction action = new RuleAction(kind, table, target, realms, suppressPrefixLength, suppressGroup);
        return new Read(new VirtualRule(of, at, inverted, selector.finish(), action, protocol, tracked), trackGroup);
    }

    private void word(String word) {
        switch (word) {
            case "inet" -> family = AddressFamily.IPV4;
            case "inet6" -> family = AddressFamily.IPV6;
            case "not" -> inverted = true;
            case "priority", "order", "preference" -> priority = words.number();
            case "table", "lookup" -> {
                act(RuleAction.Kind.TABLE);
                table = words.table();
            }
            case "goto" -> {
                act(RuleAction.Kind.GOTO);
                target = words.number();
            }
            case "nop" -> act(RuleAction.Kind.NOP);
            case "blackhole" -> act(RuleAction.Kind.BLACKHOLE);
            case "unreachable" -> act(RuleAction.Kind.UNREACHABLE);
            case "prohibit" -> act(RuleAction.Kind.PROHIBIT);
            case "l3mdev" -> act(RuleAction.Kind.L3MDEV);
            case "type" -> word(words.argument());
            default -> other(word);
        }
    }

    private void other(String word) {
        switch (word) {
            case "protocol" -> protocol = words.named(RoutingNames.Kind.PROTOCOL, BYTE);
            case "realms" -> realms = words.realms();
            case "suppress_prefixlength", "sup_pl" -> suppressPrefixLength = (int) words.number(LONGEST_PREFIX);
            case "suppress_ifgroup", "sup_group" ->
                suppressGroup = words.named(RoutingNames.Kind.INTERFACE_GROUP, Integer.MAX_VALUE);
            case "no_track" -> tracked = false;
            case "track_group" -> trackGroup = words.argument();
            default ->
                words.spoil(
                        "unknown word '" + word + "' of a rule",
                        "write [from PREFIX] [to PREFIX] ... table NAME as in ip rule");
        }
    }

    private void act(RuleAction.Kind what) {
        if (kind != null) {
            words.spoil("a rule does one thing: it looks into one table, or goes somewhere, or drops", "");
        }
        kind = what;
    }

    private @Nullable AddressFamily family() {
        IpPrefix from = selector.source();
        IpPrefix to = selector.destination();
        if (from != null && to != null && from.family() != to.family()) {
            words.spoil("a rule cannot be for IPv4 and IPv6", "write two");
            return null;
        }
        if (from != null) {
            return from.family();
        }
        if (to != null) {
            return to.family();
        }
        return family == null ? AddressFamily.IPV4 : family;
    }

    private void checkProtocol() {
        if (tracked && protocol != RouteAttributes.KEEPALIVED) {
            words.remark(
                    DiagnosticCode.INVALID_VALUE,
                    "a rule that is tracked has the protocol keepalived",
                    "write no_track, or leave protocol out");
            protocol = RouteAttributes.KEEPALIVED;
        }
    }

    private long assigned(AddressFamily of, ToLongFunction<AddressFamily> nextPriority) {
        long at = nextPriority.applyAsLong(of);
        words.remark(
                DiagnosticCode.SUSPICIOUS,
                "the rule has no preference, so that its place among the others is not fixed; it gets " + at,
                "write preference and a number");
        return at;
    }
}
