package dev.pollux.grammar.model;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is tracked by name. Only what an instance refers to; names of one kind are unique. */
public record Trackers(List<ScriptTracker> scripts, List<FileTracker> files, List<ProcessTracker> processes) {

    public Trackers {
        scripts = List.copyOf(scripts);
        files = List.copyOf(files);
        processes = List.copyOf(processes);
    }

    /** Nothing is tracked. */
    public static Trackers none() {
        return new Trackers(List.of(), List.of(), List.of());
    }

    /** What a tracker is worth to those that do not say themselves. */
    public record Worth(int weight, boolean reverse) {}

    /**
     * {@code vrrp_script}: a program that is run again and again, and fails unless it returns 0.
     *
     * @param runnable false: it cannot be run on this machine, and counts as failed
     * @param interval from the start of one run to that of the next
     * @param timeout zero: {@code interval}
     * @param rise successes in a row before it counts as well
     * @param fall failures in a row before it counts as failed
     * @param initiallyFailed {@code init_fail}: failed until it has succeeded {@code rise} times
     */
    public record ScriptTracker(
            String name,
            Script script,
            boolean runnable,
            Duration interval,
            Duration timeout,
            int rise,
            int fall,
            Worth worth,
            boolean initiallyFailed) {

        /** How long a run may take. */
        public Duration limit() {
            return timeout.isZero() ? interval : timeout;
        }
    }

    /**
     * {@code track_file}: a file with a number in it.
     *
     * @param initial {@code init_file}; null: the file is left as it is
     */
    public record FileTracker(
            String name, String path, Worth worth, @Nullable InitialContent initial) {}

    /**
     * What is written into a tracked file at the start.
     *
     * @param overwrite also where the file exists
     */
    public record InitialContent(long value, boolean overwrite) {}

    /**
     * {@code vrrp_track_process}: other programs, which must run in some number.
     *
     * @param command the program, and parameters if any
     * @param fullCommand the whole command line counts, not the name of the process
     * @param quorum how many there must be at least
     * @param maximum how many there may be at most
     * @param terminateDelay how long there may be too few of them, or none
     * @param forkDelay how long there must be enough before that counts
     */
    public record ProcessTracker(
            String name,
            List<String> command,
            boolean fullCommand,
            ParameterMatch match,
            int quorum,
            int maximum,
            Duration terminateDelay,
            Duration forkDelay,
            Worth worth) {

        public ProcessTracker {
            command = List.copyOf(command);
        }
    }

    /** {@code param_match}. */
    public enum ParameterMatch {
        /** Not given: parameters are as written; where none are written, any will do. */
        NONE,
        /** The parameters are as written; none where none are written. */
        EXACT,
        /** The last one may be longer than written. */
        INITIAL,
        /** There may be more of them than written. */
        PARTIAL
    }
}
