package dev.pollux.ipvs.kernel;

/** What goes through a service or to a destination per second, as the kernel estimates it every two seconds. */
public record TrafficRates(long connections, long packetsIn, long packetsOut, long bytesIn, long bytesOut) {

    public static final TrafficRates NONE = new TrafficRates(0, 0, 0, 0, 0);

    /** Both together. */
    public TrafficRates plus(TrafficRates other) {
        return new TrafficRates(
                connections + other.connections,
                packetsIn + other.packetsIn,
                packetsOut + other.packetsOut,
                bytesIn + other.bytesIn,
                bytesOut + other.bytesOut);
    }
}
