package dev.pollux.vrrp.address;

import dev.pollux.grammar.model.VirtualRouterKey;
import dev.pollux.linux.netlink.NetlinkAck;
import dev.pollux.linux.route.InterfaceAddress;
import dev.pollux.linux.syscall.Errno;
import dev.pollux.linux.syscall.SystemCallException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the kernel hold what the virtual routers want, as a difference to what they held before. Owned by the {@code rtnl}
 * loop; its calls may wait there for seconds.
 */
final class AddressKeeper {

    private static final Logger log = LoggerFactory.getLogger(AddressKeeper.class);

    private final AddressTable table;
    private final AddressJournal journal;
    private final Map<VirtualRouterKey, List<BoundAddress>> held = new LinkedHashMap<>();

    AddressKeeper(AddressTable table, AddressJournal journal) {
        this.table = table;
        this.journal = journal;
    }

    /** Carries out wishes of different routers at once: removes first, then adds. One outcome for each, in their order. */
    List<AddressOutcome> apply(List<DesiredAddresses> wishes) {
        List<AddressChange> changes = wishes.stream().map(this::change).toList();
        // Before the first address is added the journal must know it; what goes away stays in it until it is gone.
        record(Stream.concat(allHeld(), changes.stream().flatMap(change -> change.additions().stream())));
        delete(changes);
        add(changes);
        record(allHeld());
        return changes.stream().map(AddressChange::outcome).toList();
    }

    /** Removes what an earlier life left on the interfaces; gives the addresses removed, for the log. */
    List<String> removeLeftOvers(Collection<BoundAddress> configured) {
        List<BoundAddress> ours = allHeld().toList();
        List<InterfaceAddress> leftOvers = table.addresses().stream()
                .filter(there -> configured.stream().anyMatch(address -> address.isAt(there)))
                .filter(there -> ours.stream().noneMatch(address -> address.isAt(there)))
                .toList();
        table.delete(leftOvers);
        return leftOvers.stream()
                .map(address -> address.address().getHostAddress() + "/" + address.prefixLength())
                .toList();
    }

    /** Which of these the kernel does not have. */
    List<BoundAddress> missing(Collection<BoundAddress> wanted) {
        List<InterfaceAddress> there = table.addresses();
        return wanted.stream()
                .filter(address -> there.stream().noneMatch(address::isAt))
                .toList();
    }

    private AddressChange change(DesiredAddresses wish) {
        if (wish.promoteSecondaries()) {
            SecondaryAddresses.promote(wish.addresses());
        }
        return new AddressChange(wish, held.getOrDefault(wish.key(), List.of()));
    }

    private void delete(List<AddressChange> changes) {
        List<InterfaceAddress> all = changes.stream()
                .flatMap(change -> change.removals().stream())
                .map(BoundAddress::toInterfaceAddress)
                .toList();
        List<NetlinkAck> acks = tryDelete(all);
        int next = 0;
        for (AddressChange change : changes) {
            for (BoundAddress address : change.removals()) {
                NetlinkAck ack = acks.get(next++);
                boolean absent = ack.is(Errno.EADDRNOTAVAIL) || ack.is(Errno.ENODEV);
                change.removed(address, ack.succeeded() || absent ? "" : ack.toString());
            }
            keep(change);
        }
    }

    private List<NetlinkAck> tryDelete(List<InterfaceAddress> addresses) {
        try {
            return addresses.isEmpty() ? List.of() : table.delete(addresses);
        } catch (SystemCallException e) {
            return Collections.nCopies(addresses.size(), new NetlinkAck(e.errno(), "" + e.getMessage()));
        }
    }

    private void add(List<AddressChange> changes) {
        List<InterfaceAddress> all = changes.stream()
                .flatMap(change -> change.additions().stream())
                .map(BoundAddress::toInterfaceAddress)
                .toList();
        if (all.isEmpty()) {
            return;
        }
        List<NetlinkAck> acks;
        try {
            acks = table.add(all);
        } catch (SystemCallException e) {
            changes.forEach(change -> lose(change, e.getMessage()));
            return;
        }
        int next = 0;
        for (AddressChange change : changes) {
            for (BoundAddress address : change.additions()) {
                NetlinkAck ack = acks.get(next++);
                // An address that is there already is ours from now on.
                change.added(address, ack.succeeded() || ack.is(Errno.EEXIST) ? "" : ack.toString());
            }
            keep(change);
        }
    }

    private void lose(AddressChange change, @Nullable String failure) {
        change.additions().forEach(address -> change.uncertain(address, "" + failure));
        keep(change);
    }

    private void keep(AddressChange change) {
        if (change.kept().isEmpty()) {
            held.remove(change.key());
        } else {
            held.put(change.key(), change.kept());
        }
    }

    private Stream<BoundAddress> allHeld() {
        return new ArrayList<>(held.values()).stream().flatMap(List::stream);
    }

    private void record(Stream<BoundAddress> addresses) {
        try {
            journal.write(addresses);
        } catch (IOException e) {
            log.error(
                    "Cannot write the address journal, so the supervisor could not clean up after us: {}",
                    e.toString());
        }
    }
}
