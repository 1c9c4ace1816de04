package dev.pollux.linux.route;

/**
 * A rule of the routing policy (ip-rule(8), linux/fib_rules.h).
 *
 * @param ipv6 the family, which a rule without addresses does not tell
 * @param priority place among the rules, lowest first
 * @param inverted for packets that the selector does not fit
 * @param protocol {@code RTPROT_}, who made it
 */
public record Rule(
        boolean ipv6, long priority, boolean inverted, RuleSelector selector, RuleAction action, int protocol)
        implements NetworkEntry {

    /** Whether the kernel's rule is this one; who made it does not matter. */
    public boolean isAt(Rule there) {
        return ipv6 == there.ipv6
                && priority == there.priority
                && inverted == there.inverted
                && selector.equals(there.selector)
                && action.equals(there.action);
    }
}
