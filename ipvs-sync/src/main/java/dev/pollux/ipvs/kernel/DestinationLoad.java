package dev.pollux.ipvs.kernel;

/**
 * How busy a destination is.
 *
 * @param active connections in state ESTABLISHED and the like
 * @param inactive other connections that the kernel still remembers
 * @param persistent persistence templates that point to it
 */
public record DestinationLoad(long active, long inactive, long persistent, TrafficStatistics traffic) {

    public static final DestinationLoad NONE = new DestinationLoad(0, 0, 0, TrafficStatistics.NONE);

    /** Both together. */
    public DestinationLoad plus(DestinationLoad other) {
        return new DestinationLoad(
                active + other.active,
                inactive + other.inactive,
                persistent + other.persistent,
                traffic.plus(other.traffic));
    }
}
