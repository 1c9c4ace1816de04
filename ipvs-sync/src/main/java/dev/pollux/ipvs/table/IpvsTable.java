package dev.pollux.ipvs.table;

import dev.pollux.grammar.model.ServiceKey;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Services with their destinations, in order: as they should be, or as the kernel has them. */
public record IpvsTable(Map<ServiceKey, TableEntry> entries) {

    public IpvsTable {
        entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    public static IpvsTable empty() {
        return new IpvsTable(Map.of());
    }

    /** Of two entries for one service the first counts. */
    public static IpvsTable of(Collection<TableEntry> entries) {
        Map<ServiceKey, TableEntry> byKey = new LinkedHashMap<>();
        entries.forEach(entry -> byKey.putIfAbsent(entry.service().key(), entry));
        return new IpvsTable(byKey);
    }

    /** The part of this table that is about {@code services}, in their order. */
    public IpvsTable restrictedTo(Collection<ServiceKey> services) {
        return of(services.stream().map(entries::get).filter(Objects::nonNull).toList());
    }

    /** The commands that make an empty table equal to this one. */
    public List<Command> commands() {
        return entries.values().stream()
                .<Command>flatMap(entry -> Stream.concat(
                        Stream.of(new Command.AddService(entry.service())),
                        entry.destinations().values().stream()
                                .map(destination -> new Command.AddDestination(
                                        entry.service().key(), destination))))
                .toList();
    }
}
