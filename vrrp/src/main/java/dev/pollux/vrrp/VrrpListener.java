package dev.pollux.vrrp;

import dev.pollux.grammar.model.VirtualRouterKey;
import java.net.InetAddress;
import java.util.List;

/** Hears what the virtual routers do. Called on the {@code vrrp} loop, in the order of events; must not block. */
public interface VrrpListener {

    /** A virtual router changed state. */
    void stateChanged(VirtualRouterTransition transition);

    /** A sync group as a whole changed state; comes after its members' transitions. */
    default void syncGroupChanged(SyncGroupTransition transition) {}

    /** The kernel has carried out what the router wanted: it holds these addresses now, perhaps none. */
    default void addressesChanged(VirtualRouterKey key, List<InetAddress> held) {}

    /** Trackers changed the priority of a virtual router. */
    default void priorityChanged(VirtualRouterKey key, int from, int to) {}

    /** A master heard a router of lower priority. */
    default void lowerPriorityHeard(VirtualRouterKey key) {}
}
