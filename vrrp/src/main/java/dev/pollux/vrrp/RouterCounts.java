package dev.pollux.vrrp;

import dev.pollux.vrrp.packet.DropReason;
import java.util.Map;

/**
 * What a virtual router counted since it was made; only ever grows.
 *
 * @param becameMaster transitions to MASTER
 * @param releasedMaster transitions from MASTER
 * @param dropped packets not acted upon, and accepted ones with a remark; a reason that never occurred is absent
 * @param advertsSkipped adverts that were due while the program did not run
 * @param entriesRestored addresses, routes and rules added again after somebody else removed them
 * @param entryFailures attempts to add one of them, or the rules of the packet filter for them, that failed
 * @param splitBrains how often another master was heard while this one stayed master
 * @param splitBrainNanos for how long, in all
 * @param sendErrors adverts that the kernel did not take
 */
public record RouterCounts(
        long advertsReceived,
        long advertsSent,
        long becameMaster,
        long releasedMaster,
        long priorityZeroReceived,
        long priorityZeroSent,
        long gratuitousArpsSent,
        long advertsSkipped,
        long sendErrors,
        long entriesRestored,
        long entryFailures,
        long splitBrains,
        long splitBrainNanos,
        Map<DropReason, Long> dropped) {

    public RouterCounts {
        dropped = Map.copyOf(dropped);
    }
}
