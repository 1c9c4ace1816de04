package dev.pollux.linux.socket;

import dev.pollux.linux.syscall.SocketOption;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Options of IPv4 sockets (ip(7), socket(7)) and the structures they take. */
final class IpOptions {

    static final SocketOption HEADER_INCLUDED = ip(3, "IP_HDRINCL");
    static final SocketOption PACKET_INFO = ip(ControlMessages.IP_PKTINFO, "IP_PKTINFO");
    static final SocketOption TTL = ip(ControlMessages.IP_TTL, "IP_TTL");
    static final SocketOption RECEIVE_TTL = ip(12, "IP_RECVTTL");
    static final SocketOption MULTICAST_INTERFACE = ip(32, "IP_MULTICAST_IF");
    static final SocketOption MULTICAST_LOOP = ip(34, "IP_MULTICAST_LOOP");
    static final SocketOption ADD_MEMBERSHIP = ip(35, "IP_ADD_MEMBERSHIP");
    static final SocketOption DROP_MEMBERSHIP = ip(36, "IP_DROP_MEMBERSHIP");
    static final SocketOption MULTICAST_ALL = ip(49, "IP_MULTICAST_ALL");
    static final SocketOption PRIORITY = socket(12, "SO_PRIORITY");
    static final SocketOption BIND_TO_DEVICE = socket(25, "SO_BINDTODEVICE");
    static final SocketOption TIMESTAMP = socket(ControlMessages.SO_TIMESTAMPNS, "SO_TIMESTAMPNS");

    private static final int MEMBERSHIP_SIZE = 12;
    private static final int INTERFACE_OFFSET = 8;

    private IpOptions() {}

    /** {@code struct ip_mreqn}: group (4), local address (4), interface index (4). */
    static ByteBuffer membership(InetAddress group, int interfaceIndex) {
        return multicastInterface(interfaceIndex).put(0, group.getAddress());
    }

    /** {@code struct ip_mreqn} with nothing but the interface. */
    static ByteBuffer multicastInterface(int interfaceIndex) {
        return ByteBuffer.allocateDirect(MEMBERSHIP_SIZE)
                .order(ByteOrder.nativeOrder())
                .putInt(INTERFACE_OFFSET, interfaceIndex);
    }

    /** An interface's name with its final zero. */
    static ByteBuffer name(String interfaceName) {
        byte[] bytes = interfaceName.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocateDirect(bytes.length + 1).put(0, bytes);
    }

    private static SocketOption ip(int number, String name) {
        return new SocketOption(ControlMessages.IP_LEVEL, number, name);
    }

    private static SocketOption socket(int number, String name) {
        return new SocketOption(ControlMessages.SOCKET_LEVEL, number, name);
    }
}
