package dev.pollux.linux.socket;

import dev.pollux.linux.syscall.Descriptor;
import dev.pollux.linux.syscall.SocketCalls;
import dev.pollux.linux.syscall.SocketMessage;
import dev.pollux.linux.syscall.SystemCallException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A UDP socket (udp(7)) that knows with which TTL and when each datagram came, which those of Java do not. One of IPv6 takes
 * nothing of IPv4. For datagrams of at most 1500 bytes: longer ones come cut off, and are not to be sent. Owned by one
 * thread.
 */
public final class UdpSocket implements AutoCloseable {

    private static final int PAYLOAD_SIZE = 1500;
    private static final int NO_CONTROL = 0;

    private final boolean ipv6;
    private final Descriptor descriptor;
    private final SocketMessage incoming;
    private final SocketMessage outgoing;

    private UdpSocket(boolean ipv6, Descriptor descriptor) {
        this.ipv6 = ipv6;
        this.descriptor = descriptor;
        int nameSize = ipv6 ? SocketAddressCodec.IPV6_SIZE : SocketAddressCodec.IPV4_SIZE;
        incoming = new SocketMessage(PAYLOAD_SIZE, nameSize, ControlMessages.RECEIVE_SIZE);
        incoming.payload().order(ByteOrder.BIG_ENDIAN);
        outgoing = new SocketMessage(PAYLOAD_SIZE, nameSize, NO_CONTROL);
    }

    /**
     * Opens a socket in the calling thread's network namespace.
     *
     * @throws SystemCallException EAFNOSUPPORT where the kernel has no IPv6, EMFILE
     */
    public static UdpSocket open(StandardProtocolFamily version) {
        boolean ipv6 = version == StandardProtocolFamily.INET6;
        short family = ipv6 ? SocketAddressCodec.IPV6 : SocketAddressCodec.IPV4;
        Descriptor descriptor = SocketCalls.socket(family, SocketCalls.DATAGRAM | SocketCalls.NON_BLOCKING, 0);
        try {
            if (ipv6) {
                SocketCalls.setOption(descriptor, Ipv6Options.ONLY, 1);
                SocketCalls.setOption(descriptor, Ipv6Options.RECEIVE_PACKET_INFO, 1);
                SocketCalls.setOption(descriptor, Ipv6Options.RECEIVE_HOP_LIMIT, 1);
            } else {
                SocketCalls.setOption(descriptor, IpOptions.PACKET_INFO, 1);
                SocketCalls.setOption(descriptor, IpOptions.RECEIVE_TTL, 1);
            }
            SocketCalls.setOption(descriptor, IpOptions.TIMESTAMP, 1);
        } catch (SystemCallException e) {
            descriptor.close();
            throw e;
        }
        return new UdpSocket(ipv6, descriptor);
    }

    /** For registering the socket on its loop. */
    public Descriptor descriptor() {
        return descriptor;
    }

    /** bind(2). EADDRINUSE, EADDRNOTAVAIL. */
    public void bind(InetSocketAddress address) {
        SocketCalls.bind(descriptor, SocketAddressCodec.direct(address));
    }

    /** TTL or hop limit of what is sent, 1 to 255. */
    public void timeToLive(int ttl) {
        SocketCalls.setOption(descriptor, ipv6 ? Ipv6Options.UNICAST_HOPS : IpOptions.TTL, ttl);
    }

    /** {@code SO_PRIORITY} of what is sent: 0 to 6, or 7 with CAP_NET_ADMIN, which queues before everything else. */
    public void priority(int priority) {
        SocketCalls.setOption(descriptor, IpOptions.PRIORITY, priority);
    }

    /**
     * Gives what is waiting to the handler.
     *
     * @param limit how many datagrams at most, so that a flood does not hold the loop
     * @return how many there were; less than the limit means that the socket is empty
     * @throws SystemCallException a pending error of the socket; it is cleared by that
     */
    public int receive(int limit, DatagramHandler handler) {
        for (int count = 0; count < limit; count++) {
            if (SocketCalls.receive(descriptor, incoming) == SocketCalls.WOULD_BLOCK) {
                return count;
            }
            handler.received(incoming.payload(), told());
        }
        return limit;
    }

    /**
     * Sends a datagram.
     *
     * @param payload from position to limit, which stay as they are
     * @return false if the socket's send buffer is full: it is not sent
     * @throws SystemCallException ENETUNREACH, EHOSTUNREACH, EINVAL (a link-local address without an interface), EPERM, ...
     */
    public boolean send(ByteBuffer payload, InetAddress to, int port) {
        int start = payload.position();
        outgoing.payload().clear().put(payload).flip();
        payload.position(start);
        SocketAddressCodec.encode(to, port, outgoing.name().clear());
        outgoing.name().flip();
        outgoing.control().limit(0);
        return SocketCalls.send(descriptor, outgoing) != SocketCalls.WOULD_BLOCK;
    }

    @Override
    public void close() {
        descriptor.close();
    }

    private Datagram told() {
        ByteBuffer control = incoming.control();
        ByteBuffer name = incoming.name();
        return new Datagram(
                SocketAddressCodec.address(name),
                SocketAddressCodec.port(name),
                ipv6 ? ControlMessages.hopLimit(control) : ControlMessages.timeToLive(control),
                ipv6 ? ControlMessages.interfaceIndex6(control) : ControlMessages.interfaceIndex(control),
                ControlMessages.realtimeNanos(control));
    }
}
