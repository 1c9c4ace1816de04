package dev.pollux.vrrp.address;

import dev.pollux.grammar.model.VirtualRouterKey;
import java.util.ArrayList;
import java.util.List;

/** One router's way from what it held to what it wants; collects how far it got. */
final class AddressChange {

    private final DesiredAddresses wish;
    private final List<BoundAddress> removals;
    private final List<BoundAddress> additions;
    private final List<BoundAddress> kept;
    private final List<BoundAddress> gained = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    AddressChange(DesiredAddresses wish, List<BoundAddress> held) {
        this.wish = wish;
        this.removals = held.stream()
                .filter(address -> !wish.addresses().contains(address))
                .toList();
        this.additions = wish.addresses().stream()
                .filter(address -> !held.contains(address))
                .toList();
        this.kept = new ArrayList<>(held);
    }

    VirtualRouterKey key() {
        return wish.key();
    }

    List<BoundAddress> removals() {
        return removals;
    }

    List<BoundAddress> additions() {
        return additions;
    }

    List<BoundAddress> kept() {
        return List.copyOf(kept);
    }

    /** The kernel answered to a removal; an address it would not remove is no longer ours to count on either. */
    void removed(BoundAddress address, String failure) {
        kept.remove(address);
        fail("remove", address, failure);
    }

    /** The kernel answered to an addition. */
    void added(BoundAddress address, String failure) {
        if (failure.isEmpty()) {
            kept.add(address);
            gained.add(address);
        }
        fail("add", address, failure);
    }

    /** The kernel's answer was lost: the address may be there, so it stays on record and will be removed some day. */
    void uncertain(BoundAddress address, String failure) {
        kept.add(address);
        fail("add", address, failure);
    }

    AddressOutcome outcome() {
        return new AddressOutcome(wish.key(), wish.epoch(), kept, gained, failures);
    }

    private void fail(String verb, BoundAddress address, String failure) {
        if (!failure.isEmpty()) {
            failures.add("cannot " + verb + " " + address + ": " + failure);
        }
    }
}
