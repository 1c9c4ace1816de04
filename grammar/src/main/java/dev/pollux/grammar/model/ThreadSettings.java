package dev.pollux.grammar.model;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How the threads of one part of the program run.
 *
 * @param realTimePriority 1 (least) to 99; 0: ordinary scheduling
 * @param nice -20 (most important) to 19; null: as the program was started
 * @param processors numbers of those that they may run on, in order; empty: as the program was started
 */
public record ThreadSettings(int realTimePriority, @Nullable Integer nice, Set<Integer> processors) {

    /** As every program runs. */
    public static final ThreadSettings ORDINARY = new ThreadSettings(0, null, Set.of());

    public ThreadSettings {
        processors = Collections.unmodifiableSet(new TreeSet<>(processors));
    }

    /** The same with another real-time priority. */
    public ThreadSettings withRealTime(int priority) {
        return new ThreadSettings(priority, nice, processors);
    }
}
