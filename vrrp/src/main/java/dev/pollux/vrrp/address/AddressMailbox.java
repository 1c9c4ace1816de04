package dev.pollux.vrrp.address;

import dev.pollux.grammar.model.VirtualRouterKey;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Wishes on their way from the {@code vrrp} loop to the {@code rtnl} loop: the newest of each virtual router. The one thing both
 * loops touch; it is held for the length of a map operation only.
 */
final class AddressMailbox {

    private final Map<VirtualRouterKey, DesiredAddresses> newest = new LinkedHashMap<>();

    /** Replaces an older wish of the same router, which nobody needs to carry out any more. */
    synchronized void put(DesiredAddresses desired) {
        newest.put(desired.key(), desired);
    }

    /** Takes up to {@code most} wishes, oldest router first; empty: nothing to do. */
    synchronized List<DesiredAddresses> take(int most) {
        List<DesiredAddresses> taken = new ArrayList<>();
        Iterator<DesiredAddresses> waiting = newest.values().iterator();
        while (waiting.hasNext() && taken.size() < most) {
            taken.add(waiting.next());
            waiting.remove();
        }
        return taken;
    }
}
