package dev.pollux.vrrp.address;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Wishes on their way from the {@code vrrp} loop to the {@code rtnl} loop: the newest of each holder. The one thing both
 * loops touch; it is held for the length of a map operation only.
 */
final class AddressMailbox {

    private final Map<Holder, DesiredEntries> newest = new LinkedHashMap<>();

    /** Replaces an older wish of the same holder, which nobody needs to carry out any more. */
    synchronized void put(DesiredEntries desired) {
        newest.put(desired.holder(), desired);
    }

    /** Takes up to {@code most} wishes, oldest first; empty: nothing to do. */
    synchronized List<DesiredEntries> take(int most) {
        List<DesiredEntries> taken = new ArrayList<>();
        Iterator<DesiredEntries> waiting = newest.values().iterator();
        while (waiting.hasNext() && taken.size() < most) {
            taken.add(waiting.next());
            waiting.remove();
        }
        return taken;
    }
}
