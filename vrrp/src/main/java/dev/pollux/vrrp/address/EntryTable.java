package dev.pollux.vrrp.address;

import dev.pollux.linux.netlink.NetlinkAck;
import dev.pollux.linux.route.NetworkEntry;
import java.util.Collection;
import java.util.List;

/** The kernel's addresses, routes and rules, as far as they matter here. Calls may wait for the rtnl lock. */
interface EntryTable {

    /** All entries of the kinds that occur among these. */
    List<NetworkEntry> read(Collection<? extends BoundEntry> kinds);

    /** Adds all; the answer to each, in the same order. */
    List<NetlinkAck> add(List<NetworkEntry> entries);

    /** Removes all; the answer to each, in the same order. */
    List<NetlinkAck> delete(List<NetworkEntry> entries);
}
