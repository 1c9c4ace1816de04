package dev.pollux.linux.time;

/**
 * A monotonic clock in nanoseconds with an arbitrary origin. Compare two readings by the sign of their difference, never
 * by {@code <}, as with {@link System#nanoTime()}.
 */
@FunctionalInterface
public interface NanoClock {

    /** Nanoseconds now. */
    long nanoTime();

    /** CLOCK_MONOTONIC, which is what {@link System#nanoTime()} reads on Linux: it stands still while suspended. */
    static NanoClock system() {
        return System::nanoTime;
    }

    /** CLOCK_REALTIME in nanoseconds since 1970, which people and time servers set. For one thread only. */
    static NanoClock wall() {
        return new WallClock();
    }
}
