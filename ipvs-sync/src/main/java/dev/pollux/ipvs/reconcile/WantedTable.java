package dev.pollux.ipvs.reconcile;

import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.ipvs.table.Command;
import dev.pollux.ipvs.table.ForeignServices;
import dev.pollux.ipvs.table.IpvsTable;
import dev.pollux.ipvs.table.TableDifference;
import dev.pollux.ipvs.table.TableEntry;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the kernel should hold, and which services are ours to delete: those once wanted and not yet seen to be gone. */
final class WantedTable {

    private final Map<ServiceKey, TableEntry> entries = new LinkedHashMap<>();
    private final Set<ServiceKey> owned = new LinkedHashSet<>();

    void replace(IpvsTable next) {
        entries.clear();
        entries.putAll(next.entries());
        owned.addAll(next.entries().keySet());
    }

    void update(TableEntry entry) {
        entries.put(entry.service().key(), entry);
        owned.add(entry.service().key());
    }

    @Nullable
    TableEntry entry(ServiceKey key) {
        return entries.get(key);
    }

    boolean ours(ServiceKey key) {
        return owned.contains(key);
    }

    boolean isEmpty() {
        return owned.isEmpty();
    }

    Set<ServiceKey> ours() {
        return owned;
    }

    /** The kernel no longer holds it. */
    void gone(ServiceKey key) {
        if (!entries.containsKey(key)) {
            owned.remove(key);
        }
    }

    List<Command> difference(IpvsTable observed, ForeignServices foreign) {
        return TableDifference.between(observed, new IpvsTable(entries), owned, foreign);
    }

    /** The difference to another table. */
    List<Command> plan(IpvsTable observed, IpvsTable next) {
        return TableDifference.between(observed, next, owned, ForeignServices.LEAVE);
    }

    /** The difference for some services only. */
    List<Command> difference(IpvsTable observed, Collection<ServiceKey> services) {
        return TableDifference.between(observed, pick(entries, services), owned, ForeignServices.LEAVE);
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
