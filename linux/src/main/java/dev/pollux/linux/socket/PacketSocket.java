package dev.pollux.linux.socket;

import dev.pollux.linux.syscall.Descriptor;
import dev.pollux.linux.syscall.SocketCalls;
import dev.pollux.linux.syscall.SocketMessage;
import dev.pollux.linux.syscall.SystemCallException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A socket for whole link-layer frames (packet(7)): gratuitous ARP and what a test wants to see of it. Needs CAP_NET_RAW.
 *
 * <pre>
 *  struct sockaddr_ll
 *   0 family   2 protocol, big-endian   4 interface index
 *   8 ARPHRD type   10 packet type   11 address length   12 address (8)
 * </pre>
 */
public final class PacketSocket implements AutoCloseable {

    /** Receives nothing. */
    public static final int SEND_ONLY = 0;

    private static final short AF_PACKET = 17;
    private static final int ADDRESS_SIZE = 20;
    private static final int INTERFACE_OFFSET = 4;
    private static final int FRAME_SIZE = 2048;

    private final Descriptor descriptor;
    private final SocketMessage incoming = new SocketMessage(FRAME_SIZE, ADDRESS_SIZE, ControlMessages.RECEIVE_SIZE);
    private final SocketMessage outgoing = new SocketMessage(FRAME_SIZE, ADDRESS_SIZE, 0);

    private PacketSocket(Descriptor descriptor) {
        this.descriptor = descriptor;
        incoming.payload().order(ByteOrder.BIG_ENDIAN);
        outgoing.name().putShort(0, AF_PACKET);
    }

    /**
     * Opens a socket on all interfaces of the calling thread's network namespace.
     *
     * @param etherType what to receive, such as 0x0806 for ARP, or {@link #SEND_ONLY}
     * @throws SystemCallException EPERM without CAP_NET_RAW
     */
    public static PacketSocket open(int etherType) {
        int bigEndian = Short.toUnsignedInt(
                ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN
                        ? (short) etherType
                        : Short.reverseBytes((short) etherType));
        Descriptor descriptor = SocketCalls.socket(AF_PACKET, SocketCalls.RAW | SocketCalls.NON_BLOCKING, bigEndian);
        try {
            SocketCalls.setOption(descriptor, IpOptions.TIMESTAMP, 1);
        } catch (SystemCallException e) {
            descriptor.close();
            throw e;
        }
        return new PacketSocket(descriptor);
    }

    /** For registering the socket on its loop. */
    public Descriptor descriptor() {
        return descriptor;
    }

    /**
     * Gives what is waiting to the handler, link-layer header first; frames that this machine sent are among them.
     *
     * @param limit how many frames at most, so that a flood does not hold the loop
     * @return how many there were; less than the limit means that the socket is empty
     */
    public int receive(int limit, PacketHandler handler) {
        for (int count = 0; count < limit; count++) {
            if (SocketCalls.receive(descriptor, incoming) == SocketCalls.WOULD_BLOCK) {
                return count;
            }
            handler.received(
                    incoming.payload(),
                    incoming.name().getInt(INTERFACE_OFFSET),
                    ControlMessages.realtimeNanos(incoming.control()));
        }
        return limit;
    }

    /**
     * Sends a frame that begins with its link-layer header.
     *
     * @param frame from position to limit, which stay as they are
     * @return false if the socket's send buffer is full: the frame is not sent
     * @throws SystemCallException ENETDOWN, ENXIO (no such interface), ...
     */
    public boolean send(ByteBuffer frame, int interfaceIndex) {
        int start = frame.position();
        outgoing.payload().clear().put(frame).flip();
        frame.position(start);
        outgoing.name().putInt(INTERFACE_OFFSET, interfaceIndex);
        return SocketCalls.send(descriptor, outgoing) != SocketCalls.WOULD_BLOCK;
    }

    @Override
    public void close() {
        descriptor.close();
    }
}
