package dev.pollux.director.metrics;

import static dev.pollux.director.metrics.Family.counter;
import static dev.pollux.director.metrics.Family.gauge;

import dev.pollux.director.script.ScriptCounts;
import dev.pollux.director.script.ScriptKind;
import dev.pollux.director.track.TrackerDesk.TrackerStatus;
import dev.pollux.grammar.model.TrackerKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Samples of trackers and of scripts. */
public final class ScriptSamples {

    static final Family WELL =
            gauge("pollux_tracker_up", "1 while a tracked script or process counts as well, else 0", "type", "tracker");
    static final Family VALUE = gauge("pollux_tracker_file_value", "Number in a tracked file", "tracker");
    static final Family RUNS = counter("pollux_script_runs_total", "Scripts started, by what they are for", "kind");
    static final Family FAILURES = counter(
            "pollux_script_failures_total",
            "Scripts that could not be started, returned another status than 0 or were ended by a signal",
            "kind");
    static final Family TIMEOUTS =
            counter("pollux_script_timeouts_total", "Scripts that were ended because they took too long", "kind");

    private ScriptSamples() {}

    static List<Family> families() {
        return List.of(WELL, VALUE, RUNS, FAILURES, TIMEOUTS);
    }

    /** Samples of all trackers, and of scripts of every kind. */
    public static List<Sample> of(List<TrackerStatus> trackers, ScriptCounts counts) {
        List<Sample> samples = new ArrayList<>();
        for (TrackerStatus tracker : trackers) {
            TrackerKey key = tracker.key();
            samples.add(
                    key.kind() == TrackerKey.Kind.FILE
                            ? VALUE.sample(tracker.value(), key.name())
                            : WELL.sample(tracker.value(), key.kind().name().toLowerCase(Locale.ROOT), key.name()));
        }
        for (ScriptKind kind : ScriptKind.values()) {
            samples.add(RUNS.sample(counts.of(kind).runs(), kind.label()));
            samples.add(FAILURES.sample(counts.of(kind).failures(), kind.label()));
            samples.add(TIMEOUTS.sample(counts.of(kind).timeouts(), kind.label()));
        }
        return samples;
    }
}
