package dev.pollux.vrrp;

import dev.pollux.vrrp.packet.DropReason;
import java.util.EnumMap;
import java.util.Map;

/** Counters of one virtual router, owned by the {@code vrrp} loop; {@link #counts} is what others see. */
final class RouterCounters {

    long advertsReceived;
    long advertsSent;
    long becameMaster;
    long releasedMaster;
    long priorityZeroReceived;
    long priorityZeroSent;
    long gratuitousArpsSent;
    long advertsSkipped;
    long sendErrors;
    long entriesRestored;
    long entryFailures;
    long splitBrains;
    long splitBrainNanos;
    private final Map<DropReason, Long> dropped = new EnumMap<>(DropReason.class);

    void drop(DropReason reason) {
        dropped.merge(reason, 1L, Long::sum);
    }

    RouterCounts counts() {
        return new RouterCounts(
                advertsReceived,
                advertsSent,
                becameMaster,
                releasedMaster,
                priorityZeroReceived,
                priorityZeroSent,
                gratuitousArpsSent,
                advertsSkipped,
                sendErrors,
                entriesRestored,
                entryFailures,
                splitBrains,
                splitBrainNanos,
                dropped);
    }
}
