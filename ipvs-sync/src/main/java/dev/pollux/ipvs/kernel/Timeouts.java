package dev.pollux.ipvs.kernel;

/** How long the kernel remembers idle connections, in seconds; 0 in a request leaves the value as it is. */
public record Timeouts(int tcp, int tcpFin, int udp) {}
