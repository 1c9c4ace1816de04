package dev.pollux.linux.socket;

import java.nio.ByteBuffer;

/** Takes received datagrams, on the thread that reads the socket. */
@FunctionalInterface
public interface DatagramHandler {

    /**
     * One datagram.
     *
     * @param payload without IP and UDP headers, from position to limit, big-endian; reused for the next
     */
    void received(ByteBuffer payload, Datagram datagram);
}
