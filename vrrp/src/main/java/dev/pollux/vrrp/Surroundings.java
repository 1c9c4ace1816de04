package dev.pollux.vrrp;

import java.net.InetAddress;
import java.util.Set;

/**
 * What a virtual router's condition depends on.
 *
 * @param steady the interfaces, where changes of some count only when they last
 * @param virtualAddresses of all instances: none of them is an interface's own
 */
record Surroundings(
        LinkTable links,
        SteadyLinks steady,
        AdvertSockets sockets,
        Set<InetAddress> virtualAddresses,
        TrackerTable trackers) {

    Surroundings {
        virtualAddresses = Set.copyOf(virtualAddresses);
    }
}
