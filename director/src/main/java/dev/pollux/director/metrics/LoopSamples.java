package dev.pollux.director.metrics;

import static dev.pollux.director.metrics.Family.gauge;

import java.util.List;
import java.util.Map;

/** Samples of the event loops. */
public final class LoopSamples {

    static final Family REAL_TIME = gauge(
            "pollux_loop_realtime_priority",
            "Real-time priority of an event loop's thread, 1 to 99; 0: it has ordinary scheduling",
            "loop");

    private LoopSamples() {}

    static List<Family> families() {
        return List.of(REAL_TIME);
    }

    /** Samples of real-time priorities by name of the loop. */
    public static List<Sample> of(Map<String, Integer> priorities) {
        return priorities.entrySet().stream()
                .map(each -> REAL_TIME.sample(each.getValue().longValue(), each.getKey()))
                .toList();
    }
}
