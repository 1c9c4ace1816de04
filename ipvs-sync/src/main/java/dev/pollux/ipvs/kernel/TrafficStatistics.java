package dev.pollux.ipvs.kernel;

/**
 * What went through a service or to a destination since it was added or its counters were zeroed.
 *
 * @param rates what goes through it now
 */
public record TrafficStatistics(
        long connections, long packetsIn, long packetsOut, long bytesIn, long bytesOut, TrafficRates rates) {

    public static final TrafficStatistics NONE = new TrafficStatistics(0, 0, 0, 0, 0);

    /** At rest. */
    public TrafficStatistics(long connections, long packetsIn, long packetsOut, long bytesIn, long bytesOut) {
        this(connections, packetsIn, packetsOut, bytesIn, bytesOut, TrafficRates.NONE);
    }

    /** Both together. */
    public TrafficStatistics plus(TrafficStatistics other) {
        return new TrafficStatistics(
                connections + other.connections,
                packetsIn + other.packetsIn,
                packetsOut + other.packetsOut,
                bytesIn + other.bytesIn,
                bytesOut + other.bytesOut,
                rates.plus(other.rates));
    }
}
