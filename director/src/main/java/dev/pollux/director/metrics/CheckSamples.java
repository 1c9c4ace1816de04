package dev.pollux.director.metrics;

import static dev.pollux.director.metrics.Family.counter;
import static dev.pollux.director.metrics.Family.gauge;

import dev.pollux.grammar.model.AddressText;
import dev.pollux.grammar.model.RealServerKey;
import dev.pollux.healthcheck.CheckerStatus;
import java.util.ArrayList;
import java.util.List;

/** Samples of the health checks. */
public final class CheckSamples {

    private static final String[] CHECKER = {"virtual_server", "real_server", "checker", "index"};
    private static final double NANOS = 1e9;

    static final Family UP =
            gauge("pollux_checker_up", "1 while the real server counts as up for this checker, else 0", CHECKER);
    static final Family SPOKEN =
            gauge("pollux_checker_concluded", "0 until the checker came to its first conclusion, then 1", CHECKER);
    static final Family LATENCY = gauge("pollux_checker_latency_seconds", "How long the last check took", CHECKER);
    static final Family FAILURES =
            gauge("pollux_checker_consecutive_failures", "Failed checks since the last success", CHECKER);
    static final Family LAST_CHANGE = gauge(
            "pollux_checker_last_change_timestamp_seconds",
            "When the checker last changed its mind, in seconds since 1970",
            CHECKER);
    static final Family RUNS = counter("pollux_checker_runs_total", "Checks made", CHECKER);

    private CheckSamples() {}

    static List<Family> families() {
        return List.of(UP, SPOKEN, LATENCY, FAILURES, LAST_CHANGE, RUNS);
    }

    /** Samples of every checker. */
    public static List<Sample> of(List<CheckerStatus> checkers, Clocks clocks) {
        List<Sample> samples = new ArrayList<>();
        for (CheckerStatus checker : checkers) {
            String[] labels = {
                checker.key().virtualServer().toString(),
                label(checker.key().realServer()),
                checker.type(),
                String.valueOf(checker.key().index())
            };
            samples.add(UP.sample(checker.up() ? 1 : 0, labels));
            samples.add(SPOKEN.sample(checker.spoken() ? 1 : 0, labels));
            samples.add(LATENCY.sample(checker.latency().toNanos() / NANOS, labels));
            samples.add(FAILURES.sample(checker.consecutiveFailures(), labels));
            samples.add(LAST_CHANGE.sample(clocks.epochSeconds(checker.sinceNanos()), labels));
            samples.add(RUNS.sample(checker.runs(), labels));
        }
        return samples;
    }

    /** {@code 192.0.2.2:80} or {@code [2001:db8::2]:80}. */
    static String label(RealServerKey server) {
        String address = AddressText.of(server.address());
        return (address.indexOf(':') < 0 ? address : "[" + address + "]") + ":" + server.port();
    }
}
