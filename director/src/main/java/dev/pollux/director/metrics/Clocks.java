package dev.pollux.director.metrics;

/**
 * The wall clock and the engines' clock, read at the same moment.
 *
 * @param epochMillis milliseconds since 1970
 * @param nanos of the engines' monotonic clock
 */
public record Clocks(long epochMillis, long nanos) {

    private static final double MILLIS = 1e3;
    private static final double NANOS = 1e9;

    /** When something happened at {@code then} of the engines' clock, in seconds since 1970. */
    public double epochSeconds(long then) {
        return epochMillis / MILLIS - (nanos - then) / NANOS;
    }
}
