package dev.pollux.vrrp.machine;

import dev.pollux.grammar.model.TrackSettings.TrackedObject;
import dev.pollux.grammar.model.TrackerKey;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** What scripts, files, processes and BFD sessions do to a virtual router. */
public final class ObjectTracking {

    /** A file's product is kept between this, which means FAULT, and {@link #MOST}. */
    private static final int FAULT = -254;

    private static final int MOST = 253;

    private ObjectTracking() {}

    /**
     * Outcome of a look at everything tracked.
     *
     * @param causes reasons for FAULT
     * @param weight sum to add to the priority
     * @param waiting something that means FAULT when it fails has not been heard of yet
     */
    public record Assessment(Set<FaultCause> causes, int weight, boolean waiting) {
        public Assessment {
            causes = Set.copyOf(causes);
        }
    }

    /** Looks at every object. What is unknown neither counts nor means FAULT. */
    public static Assessment assess(List<TrackedObject> objects, Function<TrackerKey, TrackerReading> readings) {
        Set<FaultCause> causes = new HashSet<>();
        int weight = 0;
        boolean waiting = false;
        for (TrackedObject object : objects) {
            TrackerReading reading = readings.apply(object.key());
            if (reading instanceof TrackerReading.Unknown) {
                waiting |= object.weight() == 0;
                continue;
            }
            int contribution = contribution(object, reading);
            if (contribution == FAULT) {
                causes.add(new FaultCause.Tracked(object.key(), object.reverse()));
            } else {
                weight += contribution;
            }
        }
        return new Assessment(causes, weight, waiting);
    }

    /** What one object adds to the priority; {@link #FAULT}: the router cannot take part. */
    private static int contribution(TrackedObject object, TrackerReading reading) {
        if (reading instanceof TrackerReading.Value file && object.weight() != 0) {
            long sense = object.reverse() ? -1 : 1;
            return (int) Math.max(FAULT, Math.min(MOST, file.value() * object.weight() * sense));
        }
        boolean well = reading instanceof TrackerReading.Value file
                ? file.value() == 0
                : reading instanceof TrackerReading.Health health && health.well();
        boolean good = well != object.reverse();
        if (object.weight() == 0) {
            return good ? 0 : FAULT;
        }
        return object.weight() > 0 == good ? object.weight() : 0;
    }
}
