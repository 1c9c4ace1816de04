package dev.pollux.vrrp.machine;

import dev.pollux.grammar.model.VrrpInstance;

/** Priority after tracking: the sum, kept within what a router that is not the owner may have (RFC 3768 5.3.4). */
public final class EffectivePriority {

    private static final int LOWEST = 1;
    private static final int HIGHEST = VrrpInstance.OWNER_PRIORITY - 1;

    private EffectivePriority() {}

    /**
     * The priority to advertise and to compare with.
     *
     * @param base configured priority, 1 to 255; the owner's 255 never changes
     * @param weights sum of all trackers' contributions
     */
    public static int of(int base, int weights) {
        return base == VrrpInstance.OWNER_PRIORITY ? base : Math.max(LOWEST, Math.min(HIGHEST, base + weights));
    }
}
