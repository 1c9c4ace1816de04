package dev.pollux.vrrp;

import dev.pollux.grammar.model.TrackerKey;
import dev.pollux.vrrp.machine.TrackerReading;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The newest readings of everything tracked by name. Owned by the {@code vrrp} loop. */
final class TrackerTable {

    private static final TrackerReading UNKNOWN = new TrackerReading.Unknown();

    private final Map<TrackerKey, TrackerReading> readings = new HashMap<>();

    TrackerReading get(TrackerKey key) {
        return readings.getOrDefault(key, UNKNOWN);
    }

    /** Whether that is news. */
    boolean set(TrackerKey key, TrackerReading reading) {
        return !reading.equals(readings.put(key, reading));
    }

    /** Forgets all others: what is tracked anew must be heard of anew. */
    void keep(Set<TrackerKey> keys) {
        readings.keySet().retainAll(keys);
    }
}
