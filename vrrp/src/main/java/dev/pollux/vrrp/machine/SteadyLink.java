package dev.pollux.vrrp.machine;

import dev.pollux.grammar.model.VrrpSettings.LinkDelays;

/**
 * An interface whose changes count only when they last ({@code interface_up_down_delays}). One that is missing is so at once.
 *
 * @param shown what counts
 * @param changeAt when something else will count, in nanoseconds; {@link RouterState#NEVER}: nothing else is seen
 */
public record SteadyLink(LinkCondition shown, long changeAt) {

    /** As it is seen for the first time. */
    public static SteadyLink of(LinkCondition seen) {
        return new SteadyLink(seen, RouterState.NEVER);
    }

    /** A look at the interface. */
    public SteadyLink see(LinkCondition seen, long now, LinkDelays delays) {
        boolean sudden = seen == LinkCondition.MISSING || shown == LinkCondition.MISSING;
        if (sudden || seen == shown || now >= changeAt) {
            return of(seen);
        }
        long delay = (seen == LinkCondition.UP ? delays.up() : delays.down()).toNanos();
        if (delay == 0) {
            return of(seen);
        }
        return changeAt == RouterState.NEVER ? new SteadyLink(shown, now + delay) : this;
    }
}
