package dev.pollux.integration.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.integration.capture.NetworkEvent;
import java.time.Duration;
import java.util.Locale;

/** A measured time and its bounds. */
final class Timing {

    private Timing() {}

    /** Prints how long it took from one event to another, and asserts that it is not above {@code limit}. */
    static void atMost(String what, NetworkEvent from, NetworkEvent to, Duration limit) {
        between(what, to.nanos() - from.nanos(), Duration.ofDays(-1), limit);
    }

    /** As {@link #atMost}, from a moment in {@link dev.pollux.integration.capture.WallClock} time. */
    static void atMost(String what, long from, NetworkEvent to, Duration limit) {
        between(what, to.nanos() - from, Duration.ofDays(-1), limit);
    }

    /** Prints how long it took from one event to another, and asserts both bounds. */
    static void between(String what, NetworkEvent from, NetworkEvent to, Duration least, Duration limit) {
        between(what, to.nanos() - from.nanos(), least, limit);
    }

    private static void between(String what, long nanos, Duration least, Duration limit) {
        double millis = nanos / 1e6;
        System.out.printf(Locale.ROOT, "    %-48s %9.2f ms (limit %.2f)%n", what, millis, limit.toNanos() / 1e6);
        assertThat(Duration.ofNanos(nanos)).as(what).isBetween(least, limit);
    }
}
