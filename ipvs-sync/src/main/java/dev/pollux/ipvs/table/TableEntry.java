package dev.pollux.ipvs.table;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A service with its destinations, in order. */
public record TableEntry(Service service, Map<DestinationKey, Destination> destinations) {

    public TableEntry {
        destinations = Collections.unmodifiableMap(new LinkedHashMap<>(destinations));
    }

    /** Of two destinations with one key the first counts. */
    public static TableEntry of(Service service, List<Destination> destinations) {
        Map<DestinationKey, Destination> byKey = new LinkedHashMap<>();
        destinations.forEach(destination -> byKey.putIfAbsent(destination.key(), destination));
        return new TableEntry(service, byKey);
    }
}
