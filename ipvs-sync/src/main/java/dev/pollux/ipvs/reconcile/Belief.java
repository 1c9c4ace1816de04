package dev.pollux.ipvs.reconcile;

import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.ipvs.table.Command;
import dev.pollux.ipvs.table.IpvsTable;
import dev.pollux.ipvs.table.TableEntry;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the kernel's table held when last read, with what was written since. */
final class Belief {

    private final Map<ServiceKey, TableEntry> entries = new LinkedHashMap<>();
    private final Set<ServiceKey> doubtful = new HashSet<>();
    private boolean known;

    boolean known() {
        return known;
    }

    /** Whether it is known what the kernel holds of a service. */
    boolean knows(ServiceKey service) {
        return known && !doubtful.contains(service);
    }

    @Nullable
    TableEntry entry(ServiceKey service) {
        return entries.get(service);
    }

    /** The table was read. */
    void learn(IpvsTable table) {
        entries.clear();
        entries.putAll(table.entries());
        doubtful.clear();
        known = true;
    }

    /** It may be anything now. */
    void forget() {
        entries.clear();
        doubtful.clear();
        known = false;
    }

    IpvsTable all() {
        return new IpvsTable(entries);
    }

    IpvsTable of(Collection<ServiceKey> services) {
        return WantedTable.pick(entries, services);
    }

    /**
     * Commands were carried out.
     *
     * @param unfinished commands of the same difference that were not: what the kernel holds of their services is not
     *     known before the next reading
     */
    void written(List<Command> done, Collection<Command> unfinished, WantedTable wanted) {
        for (Command command : unfinished) {
            if (command instanceof Command.OnService onService) {
                doubtful.add(onService.serviceKey());
            }
        }
        for (Command command : done) {
            if (command instanceof Command.OnService onService) {
                settle(onService.serviceKey(), wanted);
            } else {
                List.copyOf(wanted.ours()).forEach(wanted::gone);
                entries.clear();
            }
        }
        wanted.settle();
    }

    private void settle(ServiceKey key, WantedTable wanted) {
        TableEntry entry = wanted.entry(key);
        if (entry == null) {
            entries.remove(key);
            wanted.gone(key);
        } else {
            entries.put(key, entry);
        }
    }
}
