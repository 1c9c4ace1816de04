package dev.pollux.linux.socket;

import java.net.InetAddress;

/**
 * What the kernel tells beside a datagram.
 *
 * @param ttl TTL or hop limit that it came with; 0 if unknown
 * @param interfaceIndex where it came in, 0 if unknown
 * @param realtimeNanos when the kernel received it, nanoseconds since 1970, 0 if unknown; see
 *     {@link dev.pollux.linux.time.KernelTimestamps}
 */
public record Datagram(InetAddress source, int sourcePort, int ttl, int interfaceIndex, long realtimeNanos) {}
