package dev.pollux.linux.socket;

import java.nio.ByteBuffer;

/** Takes received packets, on the thread that reads the socket. */
@FunctionalInterface
public interface PacketHandler {

    /**
     * One packet.
     *
     * @param packet from its first byte to its limit, big-endian; reused for the next packet
     * @param interfaceIndex where it came in, 0 if unknown
     * @param realtimeNanos when the kernel received it, nanoseconds since 1970, 0 if unknown; see
     *     {@link dev.pollux.linux.time.KernelTimestamps}
     */
    void received(ByteBuffer packet, int interfaceIndex, long realtimeNanos);
}
