package dev.pollux.vrrp.address;

import dev.pollux.linux.netlink.NetlinkAck;
import dev.pollux.linux.route.NetworkEntry;
import dev.pollux.linux.route.RouteClient;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The real tables, of which only those are read that are asked for: there may be a million routes. */
record KernelTable(RouteClient client) implements EntryTable {

    @Override
    public List<NetworkEntry> read(Collection<? extends BoundEntry> kinds) {
        List<NetworkEntry> all = new ArrayList<>();
        if (kinds.stream().anyMatch(BoundAddress.class::isInstance)) {
            all.addAll(client.addresses());
        }
        if (kinds.stream().anyMatch(BoundRoute.class::isInstance)) {
            all.addAll(client.routes());
        }
        if (kinds.stream().anyMatch(BoundRule.class::isInstance)) {
            all.addAll(client.rules());
        }
        return all;
    }

    @Override
    public List<NetlinkAck> add(List<NetworkEntry> entries) {
        return client.add(entries);
    }

    @Override
    public List<NetlinkAck> delete(List<NetworkEntry> entries) {
        return client.delete(entries);
    }
}
