package dev.pollux.vrrp.address;

import dev.pollux.linux.route.NetworkEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One holder's way from what it held to what it wants; collects how far it got. */
final class AddressChange {

    private final DesiredEntries wish;
    private final List<BoundEntry> removals = new ArrayList<>();
    private final List<BoundEntry> additions = new ArrayList<>();
    /** What there is, in the order it was wanted, with what must go behind it. */
    private final Map<NetworkEntry, BoundEntry> kept = new LinkedHashMap<>();

    private final List<BoundEntry> gained = new ArrayList<>();
    private final List<EntryFailure> failures = new ArrayList<>();

    AddressChange(DesiredEntries wish, List<BoundEntry> held) {
        this.wish = wish;
        Map<NetworkEntry, BoundEntry> had = new LinkedHashMap<>();
        held.forEach(entry -> had.put(entry.inKernel(), entry));
        for (BoundEntry entry : wish.entries()) {
            if (had.remove(entry.inKernel()) == null) {
                additions.add(entry);
            } else {
                kept.put(entry.inKernel(), entry);
            }
        }
        removals.addAll(had.values());
        removals.sort(BoundEntry.REMOVAL_ORDER);
        kept.putAll(had);
    }

    Holder holder() {
        return wish.holder();
    }

    List<BoundEntry> removals() {
        return removals;
    }

    List<BoundEntry> additions() {
        return additions;
    }

    List<BoundEntry> kept() {
        List<BoundEntry> all = new ArrayList<>();
        Map<NetworkEntry, BoundEntry> rest = new LinkedHashMap<>(kept);
        wish.entries().forEach(entry -> {
            if (rest.remove(entry.inKernel()) != null) {
                all.add(entry);
            }
        });
        all.addAll(rest.values());
        return all;
    }

    /** The kernel answered to a removal; an entry it would not remove is no longer ours to count on either. */
    void removed(BoundEntry entry, String failure) {
        kept.remove(entry.inKernel());
        fail(EntryFailure.Kind.LEFT, entry, failure);
    }

    /** The kernel answered to an addition. */
    void added(BoundEntry entry, String failure) {
        if (failure.isEmpty()) {
            kept.put(entry.inKernel(), entry);
            gained.add(entry);
        }
        fail(EntryFailure.Kind.REFUSED, entry, failure);
    }

    /** The kernel's answer was lost: the entry may be there, so it stays on record and will be removed some day. */
    void uncertain(BoundEntry entry, String failure) {
        kept.put(entry.inKernel(), entry);
        fail(EntryFailure.Kind.UNKNOWN, entry, failure);
    }

    /** The packet filter was not told about the addresses; without any that does not matter. */
    void unguarded(String failure) {
        if (!wish.entries().isEmpty()) {
            fail(EntryFailure.Kind.UNGUARDED, null, failure);
        }
    }

    AddressOutcome outcome() {
        return new AddressOutcome(wish.holder(), wish.epoch(), kept(), gained, failures);
    }

    private void fail(EntryFailure.Kind kind, @Nullable BoundEntry entry, String failure) {
        if (!failure.isEmpty()) {
            failures.add(new EntryFailure(kind, entry, failure));
        }
    }
}
