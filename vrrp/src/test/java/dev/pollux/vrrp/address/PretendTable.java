package dev.pollux.vrrp.address;

import dev.pollux.linux.netlink.NetlinkAck;
import dev.pollux.linux.route.InterfaceAddress;
import dev.pollux.linux.route.NetworkEntry;
import dev.pollux.linux.syscall.Errno;
import dev.pollux.linux.syscall.SystemCallException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Addresses as the kernel would keep them, with its answers. */
final class PretendTable implements EntryTable {

    final List<InterfaceAddress> there = new ArrayList<>();
    final List<String> calls = new ArrayList<>();
    Runnable onAdd = () -> {};
    boolean broken;

    @Override
    public List<NetworkEntry> read(Collection<? extends BoundEntry> kinds) {
        return List.copyOf(there);
    }

    @Override
    public List<NetlinkAck> add(List<NetworkEntry> entries) {
        onAdd.run();
        if (broken) {
            throw new SystemCallException("recvmsg", Errno.ENOBUFS.number());
        }
        return entries.stream().map(entry -> add((InterfaceAddress) entry)).toList();
    }

    @Override
    public List<NetlinkAck> delete(List<NetworkEntry> entries) {
        return entries.stream().map(entry -> delete((InterfaceAddress) entry)).toList();
    }

    private NetlinkAck add(InterfaceAddress address) {
        calls.add("add " + address.address().getHostAddress());
        if (address.interfaceIndex() == 99) {
            return new NetlinkAck(Errno.ENODEV.number(), "");
        }
        if (there.stream().anyMatch(other -> isSame(other, address))) {
            return new NetlinkAck(Errno.EEXIST.number(), "");
        }
        there.add(address);
        return NetlinkAck.OK;
    }

    private NetlinkAck delete(InterfaceAddress address) {
        calls.add("delete " + address.address().getHostAddress());
        boolean removed = there.removeIf(other -> isSame(other, address));
        return removed ? NetlinkAck.OK : new NetlinkAck(Errno.EADDRNOTAVAIL.number(), "");
    }

    private static boolean isSame(InterfaceAddress a, InterfaceAddress b) {
        return a.interfaceIndex() == b.interfaceIndex()
                && a.address().equals(b.address())
                && a.prefixLength() == b.prefixLength();
    }
}
