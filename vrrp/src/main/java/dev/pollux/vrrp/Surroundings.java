package dev.pollux.vrrp;

import java.net.InetAddress;
import java.util.Set;

/**
 * What a virtual router's condition depends on.
 *
 * @param virtualAddresses of all instances: none of them is an interface's own
 */
record Surroundings(LinkTable links, AdvertSockets sockets, Set<InetAddress> virtualAddresses, TrackerTable trackers) {

    Surroundings {
        virtualAddresses = Set.copyOf(virtualAddresses);
    }
}
