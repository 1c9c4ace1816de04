package dev.pollux.director.script;

import java.util.EnumMap;
import java.util.Map;

/** How often scripts of each kind were run, and how that ended. Owned by the {@code control} loop. */
public final class ScriptCounts {

    private final Map<ScriptKind, Count> counts = new EnumMap<>(ScriptKind.class);

    /** Nothing was run yet. */
    public ScriptCounts() {
        for (ScriptKind kind : ScriptKind.values()) {
            counts.put(kind, new Count());
        }
    }

    /** Of one kind. */
    public Count of(ScriptKind kind) {
        return counts.getOrDefault(kind, new Count());
    }

    /** Counters of one kind of script. */
    public static final class Count {

        private long runs;
        private long failures;
        private long timeouts;

        /** Programs started. */
        public long runs() {
            return runs;
        }

        /** Programs that could not be started, returned something else than 0 or were ended by a signal. */
        public long failures() {
            return failures;
        }

        /** Programs that were ended because they took too long. */
        public long timeouts() {
            return timeouts;
        }

        public void started() {
            runs++;
        }

        public void failed() {
            failures++;
        }

        public void timedOut() {
            timeouts++;
        }
    }
}
