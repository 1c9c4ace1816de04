package dev.pollux.grammar.model;

/**
 * {@code lvs_timeouts}: how long the kernel remembers idle connections, in seconds; 0: as the kernel has it.
 *
 * @param tcp of established connections
 * @param tcpFin of connections that are being closed
 */
public record IpvsTimeouts(int tcp, int tcpFin, int udp) {

    public static final IpvsTimeouts UNCHANGED = new IpvsTimeouts(0, 0, 0);
}
