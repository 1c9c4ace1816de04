package dev.pollux.vrrp.address;

import dev.pollux.grammar.model.VirtualRouterKey;
import java.util.List;

/**
 * The kernel has done what a router wanted, as far as it could.
 *
 * @param epoch of the wish this answers
 * @param held all addresses that the router holds now
 * @param gained those of them that it did not hold before, added or found there
 * @param failures one line for each address that could not be added or removed
 */
public record AddressOutcome(
        VirtualRouterKey key, long epoch, List<BoundAddress> held, List<BoundAddress> gained, List<String> failures) {

    public AddressOutcome {
        held = List.copyOf(held);
        gained = List.copyOf(gained);
        failures = List.copyOf(failures);
    }
}
