package dev.pollux.vrrp.address;

import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.RuleText;
import dev.pollux.grammar.model.VirtualRule;
import dev.pollux.linux.route.NetworkEntry;
import dev.pollux.linux.route.Rule;

/**
 * A virtual rule.
 *
 * @param inKernel the same as the kernel has it
 */
public record BoundRule(VirtualRule rule, Rule inKernel) implements BoundEntry {

    @Override
    public boolean isAt(NetworkEntry there) {
        return there instanceof Rule other && inKernel.isAt(other);
    }

    @Override
    public boolean tracked() {
        return rule.tracked();
    }

    /** {@code ip} tells the family of a rule by an option only, which the supervisor takes off for a batch of its own. */
    @Override
    public String removal() {
        return (rule.family() == AddressFamily.IPV6 ? "-6 rule del " : "rule del ") + RuleText.removal(rule);
    }

    @Override
    public String toString() {
        return "rule " + rule;
    }
}
