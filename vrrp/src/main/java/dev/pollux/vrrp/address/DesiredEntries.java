package dev.pollux.vrrp.address;

import java.util.List;

/**
 * What one holder wants to hold from now on.
 *
 * @param epoch grows with every wish of the holder, so that an answer to an older one can be told from the newest
 * @param entries in the order to add them; empty: hold nothing
 * @param promoteSecondaries the interfaces shall keep their other addresses of a subnet when one is removed
 * @param accept packets to the addresses are for this machine too
 * @param restore somebody else may have removed what is held: look, and add it again
 */
public record DesiredEntries(
        Holder holder,
        long epoch,
        List<BoundEntry> entries,
        boolean promoteSecondaries,
        boolean restore,
        boolean accept) {

    /** Plain entries, accepted. */
    public DesiredEntries(
            Holder holder, long epoch, List<BoundEntry> entries, boolean promoteSecondaries, boolean restore) {
        this(holder, epoch, entries, promoteSecondaries, restore, true);
    }

    public DesiredEntries {
        entries = List.copyOf(entries);
    }
}
