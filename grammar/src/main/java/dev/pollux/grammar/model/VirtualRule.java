package dev.pollux.grammar.model;

/**
 * A line of {@code virtual_rules} or {@code static_rules}: a rule as ip-rule(8) has them.
 *
 * @param priority place among the rules, lowest first
 * @param inverted {@code not}
 * @param protocol number of {@code /etc/iproute2/rt_protos}; 18 is keepalived
 * @param tracked the master minds when somebody removes it
 */
public record VirtualRule(
        AddressFamily family,
        long priority,
        boolean inverted,
        RuleSelector selector,
        RuleAction action,
        int protocol,
        boolean tracked) {

    /** As {@link RuleText} writes it. */
    @Override
    public String toString() {
        return RuleText.of(this);
    }
}
