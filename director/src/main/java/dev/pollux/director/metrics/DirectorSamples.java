package dev.pollux.director.metrics;

import static dev.pollux.director.metrics.Family.counter;
import static dev.pollux.director.metrics.Family.gauge;

import dev.pollux.director.reload.History;
import java.util.List;

/** Samples of the director itself. */
public final class DirectorSamples {

    private static final double MILLIS = 1e3;

    static final Family UP = gauge("keepalived_up", "Always 1: where the director is down, nobody answers");
    static final Family GENERATION =
            gauge("pollux_config_generation", "Number of the configuration in force; 1 is that of the start");
    static final Family LAST_SUCCESSFUL =
            gauge("pollux_config_last_reload_successful", "1 when the last reload was applied, else 0");
    static final Family LAST_TIME =
            gauge("pollux_config_last_reload_timestamp_seconds", "When the last reload ended, in seconds since 1970");
    static final Family RELOADS = counter(
            "pollux_config_reloads_total", "Reloads by result: applied, refused (nothing changed) or failed", "result");

    private DirectorSamples() {}

    static List<Family> families() {
        return List.of(UP, GENERATION, LAST_SUCCESSFUL, LAST_TIME, RELOADS);
    }

    /** Samples of the reloads so far. */
    public static List<Sample> of(History history) {
        return List.of(
                UP.sample(1),
                GENERATION.sample(history.generation()),
                LAST_SUCCESSFUL.sample(history.lastSucceeded() ? 1 : 0),
                LAST_TIME.sample(history.lastEpochMillis() / MILLIS),
                RELOADS.sample(history.applied(), "applied"),
                RELOADS.sample(history.refused(), "refused"),
                RELOADS.sample(history.failed(), "failed"));
    }
}
