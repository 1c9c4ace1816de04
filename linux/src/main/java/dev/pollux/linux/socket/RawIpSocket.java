package dev.pollux.linux.socket;

import dev.pollux.linux.syscall.Descriptor;
import dev.pollux.linux.syscall.SocketCalls;
import dev.pollux.linux.syscall.SocketMessage;
import dev.pollux.linux.syscall.SystemCallException;
import java.net.Inet4Address;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * An IPv4 raw socket (raw(7)) whose packets are seen and sent with their IP headers. Needs CAP_NET_RAW. Of multicast it
 * gets only the groups it joined itself, on the interfaces where it joined them, and nothing that it sent itself.
 *
 * <p>One socket joins at most net.ipv4.igmp_max_memberships (20) groups; then joining fails with ENOBUFS. Socket options
 * may be set from any thread; the rest belongs to one.
 */
public final class RawIpSocket implements AutoCloseable {

    /** {@code IPPROTO_RAW}: a socket that only sends. */
    public static final int SEND_ONLY = 255;

    private static final short AF_INET = 2;
    private static final int PAYLOAD_SIZE = 4096;
    private static final int ADDRESS_SIZE = 16;
    private static final int DESTINATION_IN_HEADER = 16;
    private static final int DESTINATION_IN_ADDRESS = 4;

    private final Descriptor descriptor;
    private final SocketMessage incoming = new SocketMessage(PAYLOAD_SIZE, 0, ControlMessages.RECEIVE_SIZE);
    private final SocketMessage outgoing =
            new SocketMessage(PAYLOAD_SIZE, ADDRESS_SIZE, ControlMessages.PACKET_INFO_SPACE);

    private RawIpSocket(Descriptor descriptor) {
        this.descriptor = descriptor;
        incoming.payload().order(ByteOrder.BIG_ENDIAN);
        outgoing.name().putShort(0, AF_INET);
    }

    /**
     * Opens a socket in the calling thread's network namespace.
     *
     * @param protocol the IP protocol to receive, 112 for VRRP, or {@link #SEND_ONLY}
     * @throws SystemCallException EPERM without CAP_NET_RAW
     */
    public static RawIpSocket open(int protocol) {
        Descriptor descriptor = SocketCalls.socket(AF_INET, SocketCalls.RAW | SocketCalls.NON_BLOCKING, protocol);
        try {
            SocketCalls.setOption(descriptor, IpOptions.HEADER_INCLUDED, 1);
            SocketCalls.setOption(descriptor, IpOptions.PACKET_INFO, 1);
            SocketCalls.setOption(descriptor, IpOptions.TIMESTAMP, 1);
            SocketCalls.setOption(descriptor, IpOptions.MULTICAST_ALL, 0);
            SocketCalls.setOption(descriptor, IpOptions.MULTICAST_LOOP, 0);
        } catch (SystemCallException e) {
            descriptor.close();
            throw e;
        }
        return new RawIpSocket(descriptor);
    }

    /** For registering the socket on its loop. */
    public Descriptor descriptor() {
        return descriptor;
    }

    /**
     * Gives what is waiting to the handler, IP header first.
     *
     * @param limit how many packets at most, so that a flood does not hold the loop
     * @return how many there were; less than the limit means that the socket is empty
     * @throws SystemCallException a pending error of the socket, such as ENETDOWN; it is cleared by that
     */
    public int receive(int limit, PacketHandler handler) {
        for (int count = 0; count < limit; count++) {
            if (SocketCalls.receive(descriptor, incoming) == SocketCalls.WOULD_BLOCK) {
                return count;
            }
            ByteBuffer control = incoming.control();
            handler.received(
                    incoming.payload(),
                    ControlMessages.interfaceIndex(control),
                    ControlMessages.realtimeNanos(control));
        }
        return limit;
    }

    /**
     * Sends a packet that begins with its IPv4 header, to the destination written there. The kernel fills in total length,
     * header checksum, an identification of 0, and a source address of 0.0.0.0.
     *
     * @param packet from position to limit, which stay as they are
     * @param interfaceIndex the interface to send by; 0 leaves it to routing
     * @return false if the socket's send buffer is full: the packet is not sent
     * @throws SystemCallException ENETDOWN, ENODEV, ENETUNREACH, EADDRNOTAVAIL, ...
     */
    public boolean send(ByteBuffer packet, int interfaceIndex) {
        int start = packet.position();
        ByteBuffer payload = outgoing.payload().clear();
        payload.put(packet).flip();
        packet.position(start);
        ByteBuffer name = outgoing.name();
        for (int i = 0; i < Integer.BYTES; i++) {
            name.put(DESTINATION_IN_ADDRESS + i, payload.get(DESTINATION_IN_HEADER + i));
        }
        ControlMessages.putInterface(outgoing.control(), interfaceIndex);
        return SocketCalls.send(descriptor, outgoing) != SocketCalls.WOULD_BLOCK;
    }

    /** Receives a multicast group on an interface. Takes the rtnl lock. EADDRINUSE if it does already. */
    public void join(Inet4Address group, int interfaceIndex) {
        SocketCalls.setOption(descriptor, IpOptions.ADD_MEMBERSHIP, IpOptions.membership(group, interfaceIndex));
    }

    /** Ends {@link #join}. Takes the rtnl lock. EADDRNOTAVAIL if it is not joined, ENODEV if the interface is gone. */
    public void leave(Inet4Address group, int interfaceIndex) {
        SocketCalls.setOption(descriptor, IpOptions.DROP_MEMBERSHIP, IpOptions.membership(group, interfaceIndex));
    }

    /** The interface for multicast sent with interface 0. */
    public void multicastInterface(int interfaceIndex) {
        SocketCalls.setOption(descriptor, IpOptions.MULTICAST_INTERFACE, IpOptions.multicastInterface(interfaceIndex));
    }

    /** Sends and receives by this interface only; empty for all again. */
    public void bindToDevice(String interfaceName) {
        SocketCalls.setOption(descriptor, IpOptions.BIND_TO_DEVICE, IpOptions.name(interfaceName));
    }

    /** {@code SO_PRIORITY} of what is sent: 0 to 6, or 7 with CAP_NET_ADMIN, which queues before everything else. */
    public void priority(int priority) {
        SocketCalls.setOption(descriptor, IpOptions.PRIORITY, priority);
    }

    /** Room for this many bytes of waiting packets, each of which takes 800 or more. */
    public void receiveBuffer(int bytes) {
        SocketCalls.receiveBuffer(descriptor, bytes);
    }

    @Override
    public void close() {
        descriptor.close();
    }
}
