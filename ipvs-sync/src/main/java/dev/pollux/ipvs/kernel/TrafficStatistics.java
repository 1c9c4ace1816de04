package dev.pollux.ipvs.kernel;

/** What went through a service or to a destination since it was added or its counters were zeroed. */
public record TrafficStatistics(long connections, long packetsIn, long packetsOut, long bytesIn, long bytesOut) {

    public static final TrafficStatistics NONE = new TrafficStatistics(0, 0, 0, 0, 0);

    /** Both together. */
    public TrafficStatistics plus(TrafficStatistics other) {
        return new TrafficStatistics(
                connections + other.connections,
                packetsIn + other.packetsIn,
                packetsOut + other.packetsOut,
                bytesIn + other.bytesIn,
                bytesOut + other.bytesOut);
    }
}
