package dev.pollux.vrrp.address;

import java.util.List;

/**
 * The kernel has done what a holder wanted, as far as it could.
 *
 * @param epoch of the wish this answers
 * @param held everything that it holds now
 * @param gained those of them that it did not hold before, added or found there
 * @param failures for each entry that could not be added or removed
 */
public record AddressOutcome(
        Holder holder, long epoch, List<BoundEntry> held, List<BoundEntry> gained, List<EntryFailure> failures) {

    public AddressOutcome {
        held = List.copyOf(held);
        gained = List.copyOf(gained);
        failures = List.copyOf(failures);
    }

    /** The addresses among what is held. */
    public List<BoundAddress> addresses() {
        return addresses(held);
    }

    /** The addresses among what is new. */
    public List<BoundAddress> newAddresses() {
        return addresses(gained);
    }

    private static List<BoundAddress> addresses(List<BoundEntry> entries) {
        return entries.stream()
                .filter(BoundAddress.class::isInstance)
                .map(BoundAddress.class::cast)
                .toList();
    }
}
