package dev.pollux.vrrp.address;

import dev.pollux.linux.netlink.NetlinkAck;
import dev.pollux.linux.route.InterfaceAddress;
import java.util.Collections;
import java.util.List;

/**
 * Asks for what will be refused, as the kernel refuses addresses of interfaces that do not exist, and takes it for done. So a
 * takeover can be rehearsed down to the kernel and beyond without an address.
 */
record RefusingTable(AddressTable table) implements AddressTable {

    @Override
    public List<InterfaceAddress> addresses() {
        return table.addresses();
    }

    @Override
    public List<NetlinkAck> add(List<InterfaceAddress> addresses) {
        return done(table.add(addresses));
    }

    @Override
    public List<NetlinkAck> delete(List<InterfaceAddress> addresses) {
        return done(table.delete(addresses));
    }

    private static List<NetlinkAck> done(List<NetlinkAck> refusals) {
        return Collections.nCopies(refusals.size(), NetlinkAck.OK);
    }
}
