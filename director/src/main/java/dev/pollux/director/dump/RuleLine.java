package dev.pollux.director.dump;

import dev.pollux.grammar.model.RuleAction;
import dev.pollux.grammar.model.RuleSelector;
import dev.pollux.grammar.model.VirtualRule;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A virtual rule in the form of keepalived's dumps. */
final class RuleLine {

    private final StringBuilder line = new StringBuilder();

    private RuleLine() {}

    static String of(VirtualRule rule) {
        RuleLine line = new RuleLine();
        line.line.append(rule.inverted() ? "not " : "");
        line.selector(rule);
        line.action(rule);
        return line.line.append(rule.tracked() ? "" : " no_track").toString();
    }

    private void selector(VirtualRule rule) {
        RuleSelector selector = rule.selector();
        RuleAction action = rule.action();
        line.append("from ").append(selector.source() == null ? "all" : selector.source());
        word("to", selector.destination());
        word("priority", rule.priority());
        line.append(" tos 0x").append(Integer.toHexString(selector.typeOfService()));
        if (selector.markMask() != 0) {
            line.append(" fwmark 0x").append(Long.toHexString(selector.mark()));
            line.append("/0x").append(Long.toHexString(selector.markMask()));
        }
        word("iif", selector.incoming().isEmpty() ? null : selector.incoming());
        word("oif", selector.outgoing().isEmpty() ? null : selector.outgoing());
        word("suppress_prefixlen", action.suppressPrefixLength() < 0 ? null : action.suppressPrefixLength());
        word("suppress_ifgroup", action.suppressGroup() < 0 ? null : action.suppressGroup());
        word("tunnel-id", selector.tunnelId() == 0 ? null : selector.tunnelId());
        word("uidrange", selector.users());
        line.append(action.kind() == RuleAction.Kind.L3MDEV ? " l3mdev" : "");
        word("protocol", rule.protocol());
        word("ipproto", selector.protocol() == 0 ? null : selector.protocol());
        word("sport", selector.sourcePorts());
        word("dport", selector.destinationPorts());
    }

    private void action(VirtualRule rule) {
        RuleAction action = rule.action();
        if (action.realms() != 0) {
            word("realms", (action.realms() >>> 16) + "/" + (action.realms() & 0xffff));
        }
        switch (action.kind()) {
            case TABLE, L3MDEV -> word("lookup", action.table());
            case GOTO -> word("goto", action.target());
            case NOP -> line.append(" nop");
            default -> word("type", action.kind().name().toLowerCase(Locale.ROOT));
        }
    }

    private void word(String keyword, @Nullable Object value) {
        if (value != null) {
            line.append(' ').append(keyword).append(' ').append(value);
        }
    }
}
