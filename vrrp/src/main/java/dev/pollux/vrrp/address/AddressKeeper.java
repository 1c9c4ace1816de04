package dev.pollux.vrrp.address;

import dev.pollux.linux.netlink.NetlinkAck;
import dev.pollux.linux.route.InterfaceAddress;
import dev.pollux.linux.route.NetworkEntry;
import dev.pollux.linux.syscall.Errno;
import dev.pollux.linux.syscall.SystemCallException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the kernel hold what virtual routers and the director want, as a difference to what they held before. Owned by the {@code rtnl}
 * loop; its calls may wait there for seconds.
 */
final class AddressKeeper {

    private static final Logger log = LoggerFactory.getLogger(AddressKeeper.class);

    /** Answers to a removal that say: there is no such thing. */
    private static final List<Errno> ABSENT = List.of(Errno.EADDRNOTAVAIL, Errno.ENODEV, Errno.ESRCH, Errno.ENOENT);

    private final EntryTable table;
    private final AddressJournal journal;
    private final AddressGuard guard;
    private final Set<Holder> refusing = new HashSet<>();
    private final Map<Holder, List<BoundEntry>> held = new LinkedHashMap<>();

    AddressKeeper(EntryTable table, AddressJournal journal, AddressGuard guard) {
        this.table = table;
        this.journal = journal;
        this.guard = guard;
    }

    /** One that lets packets to all addresses in. */
    AddressKeeper(EntryTable table, AddressJournal journal) {
        this(table, journal, AddressGuard.NONE);
    }

    /** Carries out wishes of different holders at once: removes first, then adds. One outcome for each, in their order. */
    List<AddressOutcome> apply(List<DesiredEntries> wishes) {
        List<AddressChange> changes = wishes.stream().map(this::change).toList();
        // Before the first entry is added the journal must know it; what goes away stays in it until it is gone.
        record(Stream.concat(allHeld(), changes.stream().flatMap(change -> change.additions().stream())));
        delete(changes);
        Set<Holder> guarded = Set.copyOf(refusing);
        wishes.forEach(
                wish -> remember(wish.holder(), wish.accept() || wish.entries().isEmpty()));
        guard(guarded, changes);
        add(changes);
        record(allHeld());
        return changes.stream().map(AddressChange::outcome).toList();
    }

    private void remember(Holder holder, boolean accepting) {
        if (accepting) {
            refusing.remove(holder);
        } else {
            refusing.add(holder);
        }
    }

    /** Those that are about to be added count: nobody shall reach them for a moment. */
    private void guard(Set<Holder> before, List<AddressChange> changes) {
        if (before.isEmpty() && refusing.isEmpty()) {
            return;
        }
        Set<BoundAddress> refused = new HashSet<>();
        for (Holder holder : refusing) {
            held.getOrDefault(holder, List.of()).forEach(entry -> addAddress(entry, refused));
        }
        changes.stream()
                .filter(change -> refusing.contains(change.holder()))
                .flatMap(change -> change.additions().stream())
                .forEach(entry -> addAddress(entry, refused));
        String failure = guard.refuse(refused);
        changes.stream()
                .filter(change -> before.contains(change.holder()) || refusing.contains(change.holder()))
                .forEach(change -> change.unguarded(failure));
    }

    private static void addAddress(BoundEntry entry, Set<BoundAddress> addresses) {
        if (entry instanceof BoundAddress address) {
            addresses.add(address);
        }
    }

    /** Removes what an earlier life left behind; gives what was removed, for the log. */
    List<String> removeLeftOvers(Collection<BoundEntry> configured) {
        List<BoundEntry> ours = allHeld().toList();
        List<NetworkEntry> leftOvers = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (NetworkEntry there : table.read(configured)) {
            configured.stream()
                    .filter(entry -> entry.isAt(there))
                    .filter(entry -> ours.stream().noneMatch(held -> held.isAt(there)))
                    .findFirst()
                    .ifPresent(entry -> {
                        leftOvers.add(there);
                        texts.add(text(entry, there));
                    });
        }
        table.delete(leftOvers);
        return texts;
    }

    private static String text(BoundEntry entry, NetworkEntry there) {
        return there instanceof InterfaceAddress address
                ? "address " + address.address().getHostAddress() + "/" + address.prefixLength()
                : entry.toString();
    }

    /** Which of these the kernel does not have. */
    List<BoundEntry> missing(Collection<BoundEntry> wanted) {
        List<NetworkEntry> there = table.read(wanted);
        return wanted.stream()
                .filter(entry -> there.stream().noneMatch(entry::isAt))
                .toList();
    }

    private AddressChange change(DesiredEntries wish) {
        if (wish.promoteSecondaries()) {
            SecondaryAddresses.promote(wish.entries());
        }
        List<BoundEntry> had = held.getOrDefault(wish.holder(), List.of());
        return new AddressChange(wish, wish.restore() ? remaining(had) : had);
    }

    private List<BoundEntry> remaining(List<BoundEntry> had) {
        try {
            List<BoundEntry> missing = missing(had);
            return had.stream().filter(entry -> !missing.contains(entry)).toList();
        } catch (SystemCallException e) {
            log.error("Cannot look what is left: {}", e.getMessage());
            return had;
        }
    }

    private void delete(List<AddressChange> changes) {
        List<NetworkEntry> all = changes.stream()
                .flatMap(change -> change.removals().stream())
                .map(BoundEntry::inKernel)
                .toList();
        List<NetlinkAck> acks = tryDelete(all);
        int next = 0;
        for (AddressChange change : changes) {
            for (BoundEntry entry : change.removals()) {
                NetlinkAck ack = acks.get(next++);
                boolean absent = ABSENT.stream().anyMatch(ack::is);
                change.removed(entry, ack.succeeded() || absent ? "" : ack.toString());
            }
            keep(change);
        }
    }

    private List<NetlinkAck> tryDelete(List<NetworkEntry> addresses) {
        try {
            return addresses.isEmpty() ? List.of() : table.delete(addresses);
        } catch (SystemCallException e) {
            return Collections.nCopies(addresses.size(), new NetlinkAck(e.errno(), "" + e.getMessage()));
        }
    }

    private void add(List<AddressChange> changes) {
        List<NetworkEntry> all = changes.stream()
                .flatMap(change -> change.additions().stream())
                .map(BoundEntry::inKernel)
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
            for (BoundEntry entry : change.additions()) {
                NetlinkAck ack = acks.get(next++);
                // What is there already is ours from now on.
                change.added(entry, ack.succeeded() || ack.is(Errno.EEXIST) ? "" : ack.toString());
            }
            keep(change);
        }
    }

    private void lose(AddressChange change, @Nullable String failure) {
        change.additions().forEach(entry -> change.uncertain(entry, "" + failure));
        keep(change);
    }

    private void keep(AddressChange change) {
        if (change.kept().isEmpty()) {
            held.remove(change.holder());
        } else {
            held.put(change.holder(), change.kept());
        }
    }

    private Stream<BoundEntry> allHeld() {
        return new ArrayList<>(held.values()).stream().flatMap(List::stream);
    }

    private void record(Stream<BoundEntry> entries) {
        try {
            journal.write(entries);
        } catch (IOException e) {
            log.error(
                    "Cannot write the address journal, so the supervisor could not clean up after us: {}",
                    e.toString());
        }
    }
}
