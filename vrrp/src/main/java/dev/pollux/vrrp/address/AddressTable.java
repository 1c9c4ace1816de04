package dev.pollux.vrrp.address;

import dev.pollux.linux.netlink.NetlinkAck;
import dev.pollux.linux.route.InterfaceAddress;
import java.util.List;

/** The kernel's addresses, as far as they matter here. Calls may wait for the rtnl lock. */
interface AddressTable {

    List<InterfaceAddress> addresses();

    /** Adds all; the answer to each, in the same order. */
    List<NetlinkAck> add(List<InterfaceAddress> addresses);

    /** Removes all; the answer to each, in the same order. */
    List<NetlinkAck> delete(List<InterfaceAddress> addresses);
}
