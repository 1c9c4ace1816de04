package dev.pollux.vrrp.address;

import dev.pollux.grammar.model.VirtualRouterKey;
import java.util.List;

/**
 * What one virtual router wants to hold from now on.
 *
 * @param epoch grows with every wish of the router, so that an answer to an older one can be told from the newest
 * @param addresses in the order to add them; empty: hold nothing
 * @param promoteSecondaries the interfaces shall keep their other addresses of a subnet when one is removed
 */
public record DesiredAddresses(
        VirtualRouterKey key, long epoch, List<BoundAddress> addresses, boolean promoteSecondaries) {

    public DesiredAddresses {
        addresses = List.copyOf(addresses);
    }
}
