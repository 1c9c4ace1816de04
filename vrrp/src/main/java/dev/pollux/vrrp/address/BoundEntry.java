package dev.pollux.vrrp.address;

import dev.pollux.linux.route.NetworkEntry;
import java.util.Comparator;

/** Something that the kernel shall have for somebody: an address, a route or a rule, with the interfaces it is for found. */
public sealed interface BoundEntry permits BoundAddress, BoundRoute, BoundRule {

    /** Rules lead to routes, and routes go over addresses. */
    Comparator<BoundEntry> REMOVAL_ORDER = Comparator.comparingInt(entry -> {
        if (entry instanceof BoundRule) {
            return 0;
        }
        return entry instanceof BoundRoute ? 1 : 2;
    });

    /** What the kernel is told; entries of which this is equal are one entry. */
    NetworkEntry inKernel();

    /** Whether the kernel's entry is this one. */
    boolean isAt(NetworkEntry there);

    /** Whether somebody else's removal of it matters. */
    boolean tracked();

    /** A line for {@code ip -batch} that removes it, perhaps with {@code -6} in front. */
    String removal();
}
