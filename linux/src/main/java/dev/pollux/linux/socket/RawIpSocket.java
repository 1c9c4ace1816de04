package dev.pollux.linux.socket;

import dev.pollux.linux.syscall.Descriptor;
import dev.pollux.linux.syscall.SocketCalls;
import dev.pollux.linux.syscall.SocketMessage;
import dev.pollux.linux.syscall.SystemCallException;
import java.net.InetAddress;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A raw socket (raw(7)) whose packets are seen and sent with their IP headers. Needs CAP_NET_RAW. Over IPv4 it gets of
 * multicast only the groups it joined itself, on the interfaces where it joined them; over IPv6 the kernel gives it every
 * group that anybody on the machine joined there. It hears nothing that it sent itself.
 *
 * <p>One IPv4 socket joins at most net.ipv4.igmp_max_memberships (20) groups; then joining fails with ENOBUFS. Socket options
 * may be set from any thread; the rest belongs to one.
 */
public final class RawIpSocket implements AutoCloseable {

    /** {@code IPPROTO_RAW}: a socket that only sends. */
    public static final int SEND_ONLY = 255;

    private static final int PAYLOAD_SIZE = 4352;

    private final RawFamily family;
    private final int protocol;
    private final Descriptor descriptor;
    private final SocketMessage incoming;
    private final SocketMessage outgoing;

    private RawIpSocket(RawFamily family, int protocol, Descriptor descriptor) {
        this.family = family;
        this.protocol = protocol;
        this.descriptor = descriptor;
        incoming = new SocketMessage(PAYLOAD_SIZE, family.addressSize(), ControlMessages.RECEIVE_SIZE)
                .withHeadroom(family.missingHeader());
        incoming.payload().order(ByteOrder.BIG_ENDIAN);
        outgoing = new SocketMessage(PAYLOAD_SIZE, family.addressSize(), family.packetInfoSpace());
        outgoing.name().putShort(0, family.number());
    }

    /**
     * Opens a socket in the calling thread's network namespace.
     *
     * @param version of IP
     * @param protocol the IP protocol to receive, 112 for VRRP, or {@link #SEND_ONLY}
     * @throws SystemCallException EPERM without CAP_NET_RAW, EAFNOSUPPORT where the kernel has no IPv6
     */
    public static RawIpSocket open(StandardProtocolFamily version, int protocol) {
        RawFamily family = version == StandardProtocolFamily.INET6 ? new RawIpv6() : new RawIpv4();
        Descriptor descriptor =
                SocketCalls.socket(family.number(), SocketCalls.RAW | SocketCalls.NON_BLOCKING, protocol);
        try {
            family.prepare(descriptor);
            SocketCalls.setOption(descriptor, IpOptions.TIMESTAMP, 1);
        } catch (SystemCallException e) {
            descriptor.close();
            throw e;
        }
        return new RawIpSocket(family, protocol, descriptor);
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
            int interfaceIndex = family.complete(incoming, protocol);
            handler.received(incoming.payload(), interfaceIndex, ControlMessages.realtimeNanos(incoming.control()));
        }
        return limit;
    }

    /**
     * Sends a packet that begins with its IP header, to the destination written there. Of an IPv4 header the kernel fills in
     * total length, header checksum, an identification of 0, and a source address of 0.0.0.0; of an IPv6 header nothing.
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
        family.address(outgoing, interfaceIndex);
        return SocketCalls.send(descriptor, outgoing) != SocketCalls.WOULD_BLOCK;
    }

    /** Receives a multicast group on an interface. Takes the rtnl lock. EADDRINUSE if it does already. */
    public void join(InetAddress group, int interfaceIndex) {
        SocketCalls.setOption(descriptor, family.addMembership(), family.membership(group, interfaceIndex));
    }

    /** Ends {@link #join}. Takes the rtnl lock. EADDRNOTAVAIL if it is not joined, ENODEV if the interface is gone. */
    public void leave(InetAddress group, int interfaceIndex) {
        SocketCalls.setOption(descriptor, family.dropMembership(), family.membership(group, interfaceIndex));
    }

    /** The interface for multicast sent with interface 0. */
    public void multicastInterface(int interfaceIndex) {
        SocketCalls.setOption(descriptor, family.multicastInterface(), family.multicastInterface(interfaceIndex));
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
