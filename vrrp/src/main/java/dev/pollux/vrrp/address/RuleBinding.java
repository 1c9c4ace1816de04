package dev.pollux.vrrp.address;

import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.IpPrefix;
import dev.pollux.grammar.model.VirtualRule;
import dev.pollux.linux.route.Prefix;
import dev.pollux.linux.route.Rule;
import dev.pollux.linux.route.RuleAction;
import dev.pollux.linux.route.RuleSelector;
import dev.pollux.linux.route.RuleSelector.Range;
import org.jspecify.annotations.Nullable;

/** A rule of the configuration as the kernel is told it. */
final class RuleBinding {

    private RuleBinding() {}

    static Rule of(VirtualRule rule) {
        return new Rule(
                rule.family() == AddressFamily.IPV6,
                rule.priority(),
                rule.inverted(),
                selector(rule.selector()),
                action(rule.action()),
                rule.protocol());
    }

    private static RuleSelector selector(dev.pollux.grammar.model.RuleSelector selector) {
        return new RuleSelector(
                prefix(selector.source()),
                prefix(selector.destination()),
                selector.typeOfService(),
                selector.mark(),
                selector.markMask(),
                selector.incoming(),
                selector.outgoing(),
                selector.tunnelId(),
                new RuleSelector.TransportSelector(
                        range(selector.users()),
                        selector.protocol(),
                        range(selector.sourcePorts()),
                        range(selector.destinationPorts())));
    }

    private static RuleAction action(dev.pollux.grammar.model.RuleAction action) {
        return new RuleAction(
                switch (action.kind()) {
                    case TABLE, L3MDEV -> RuleAction.Kind.TABLE;
                    case GOTO -> RuleAction.Kind.GOTO;
                    case NOP -> RuleAction.Kind.NOTHING;
                    case BLACKHOLE -> RuleAction.Kind.BLACKHOLE;
                    case UNREACHABLE -> RuleAction.Kind.UNREACHABLE;
                    case PROHIBIT -> RuleAction.Kind.PROHIBIT;
                },
                action.table(),
                action.target(),
                action.realms(),
                action.suppressPrefixLength(),
                action.suppressGroup(),
                action.kind() == dev.pollux.grammar.model.RuleAction.Kind.L3MDEV);
    }

    /** The kernel does not keep a prefix of all addresses. */
    private static @Nullable Prefix prefix(@Nullable IpPrefix prefix) {
        return prefix == null || prefix.length() == 0 ? null : Binding.prefix(prefix);
    }

    private static @Nullable Range range(dev.pollux.grammar.model.RuleSelector.@Nullable Range range) {
        return range == null ? null : new Range(range.first(), range.last());
    }
}
