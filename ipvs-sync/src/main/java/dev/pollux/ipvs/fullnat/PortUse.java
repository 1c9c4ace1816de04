package dev.pollux.ipvs.fullnat;

/**
 * How busy a local address is.
 *
 * @param connections that come from it now
 * @param busiest how many of them go to the one server and port that most go to
 * @param busiestServer that server, as {@code ADDRESS:PORT}; empty: none
 */
public record PortUse(long connections, long busiest, String busiestServer) {

    /** Ports 1024 to 65535, which is what the kernel takes for a client's port in that range. */
    public static final int PORTS = 64_512;

    public static final PortUse NONE = new PortUse(0, 0, "");

    /** The share of the ports towards the busiest server that is taken, 0 to 1. */
    public double share() {
        return Math.min(1.0, (double) busiest / PORTS);
    }
}
