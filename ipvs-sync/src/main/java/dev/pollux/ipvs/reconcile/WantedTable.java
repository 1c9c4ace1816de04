package dev.pollux.ipvs.reconcile;

import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.ipvs.table.Command;
import dev.pollux.ipvs.table.ForeignServices;
import dev.pollux.ipvs.table.IpvsTable;
import dev.pollux.ipvs.table.TableDifference;
import dev.pollux.ipvs.table.TableEntry;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the kernel should hold, and which services are ours to delete. */
final class WantedTable {

    private final Map<ServiceKey, TableEntry> entries = new LinkedHashMap<>();
    private final Ownership owned;

    WantedTable(ServiceJournal journal) {
        owned = new Ownership(journal);
    }

    void replace(IpvsTable next) {
        entries.clear();
        entries.putAll(next.entries());
        owned.claim(next.entries().keySet());
    }

    void update(TableEntry entry) {
        entries.put(entry.service().key(), entry);
        owned.claim(List.of(entry.service().key()));
    }

    @Nullable
    TableEntry entry(ServiceKey key) {
        return entries.get(key);
    }

    boolean ours(ServiceKey key) {
        return owned.owns(key);
    }

    boolean isEmpty() {
        return owned.all().isEmpty();
    }

    Set<ServiceKey> ours() {
        return owned.all();
    }

    /** The kernel no longer holds it. */
    void gone(ServiceKey key) {
        if (!entries.containsKey(key)) {
            owned.release(key);
        }
    }

    /** The table was read: what is neither desired nor in it is no longer ours. */
    void seen(IpvsTable table) {
        for (ServiceKey key : List.copyOf(owned.all())) {
            if (!table.entries().containsKey(key)) {
                gone(key);
            }
        }
        settle();
    }

    /** To be called after some are gone. */
    void settle() {
        owned.settle();
    }

    List<Command> difference(IpvsTable observed, ForeignServices foreign) {
        return TableDifference.between(observed, new IpvsTable(entries), owned.all(), foreign);
    }

    /** The difference to another table. */
    List<Command> plan(IpvsTable observed, IpvsTable next) {
        return TableDifference.between(observed, next, owned.all(), ForeignServices.LEAVE);
    }

    /** The difference for some services only. */
    List<Command> difference(IpvsTable observed, Collection<ServiceKey> services) {
        return TableDifference.between(observed, pick(entries, services), owned.all(), ForeignServices.LEAVE);
    }

    static IpvsTable pick(Map<ServiceKey, TableEntry> entries, Collection<ServiceKey> services) {
        Map<ServiceKey, TableEntry> picked = new LinkedHashMap<>();
        for (ServiceKey service : services) {
            TableEntry entry = entries.get(service);
            if (entry != null) {
                picked.put(service, entry);
            }
        }
        return new IpvsTable(picked);
    }
}
