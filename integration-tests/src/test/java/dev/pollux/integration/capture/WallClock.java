package dev.pollux.integration.capture;

import java.time.Instant;

/** The clock of captured packets: nanoseconds since the epoch, as the kernel stamps them. */
public final class WallClock {

    private WallClock() {}

    public static long nanos() {
        return nanos(Instant.now());
    }

    static long nanos(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), instant.getNano());
    }
}
