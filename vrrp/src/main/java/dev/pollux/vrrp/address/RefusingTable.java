package dev.pollux.vrrp.address;

import dev.pollux.linux.netlink.NetlinkAck;
import dev.pollux.linux.route.NetworkEntry;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * Asks for what will be refused, as the kernel refuses addresses of interfaces that do not exist, and takes it for done. So a
 * takeover can be rehearsed down to the kernel and beyond without an address.
 */
record RefusingTable(EntryTable table) implements EntryTable {

    @Override
    public List<NetworkEntry> read(Collection<? extends BoundEntry> kinds) {
        return table.read(kinds);
    }

    @Override
    public List<NetlinkAck> add(List<NetworkEntry> entries) {
        return done(table.add(entries));
    }

    @Override
    public List<NetlinkAck> delete(List<NetworkEntry> entries) {
        return done(table.delete(entries));
    }

    private static List<NetlinkAck> done(List<NetlinkAck> refusals) {
        return Collections.nCopies(refusals.size(), NetlinkAck.OK);
    }
}
