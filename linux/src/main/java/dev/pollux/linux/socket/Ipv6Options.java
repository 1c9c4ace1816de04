package dev.pollux.linux.socket;

import dev.pollux.linux.syscall.SocketOption;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Options of IPv6 sockets (ipv6(7), linux/in6.h) and the structures they take. */
final class Ipv6Options {

    static final SocketOption UNICAST_HOPS = option(16, "IPV6_UNICAST_HOPS");
    static final SocketOption MULTICAST_INTERFACE = option(17, "IPV6_MULTICAST_IF");
    static final SocketOption MULTICAST_LOOP = option(19, "IPV6_MULTICAST_LOOP");
    static final SocketOption ADD_MEMBERSHIP = option(20, "IPV6_ADD_MEMBERSHIP");
    static final SocketOption DROP_MEMBERSHIP = option(21, "IPV6_DROP_MEMBERSHIP");
    static final SocketOption ONLY = option(26, "IPV6_V6ONLY");
    static final SocketOption HEADER_INCLUDED = option(36, "IPV6_HDRINCL");
    static final SocketOption RECEIVE_PACKET_INFO = option(49, "IPV6_RECVPKTINFO");
    static final SocketOption RECEIVE_HOP_LIMIT = option(51, "IPV6_RECVHOPLIMIT");

    private static final int MEMBERSHIP_SIZE = 20;
    private static final int INTERFACE_OFFSET = 16;

    private Ipv6Options() {}

    /** {@code struct ipv6_mreq}: group (16), interface index (4). */
    static ByteBuffer membership(InetAddress group, int interfaceIndex) {
        return direct(MEMBERSHIP_SIZE).put(0, group.getAddress()).putInt(INTERFACE_OFFSET, interfaceIndex);
    }

    /** An interface index alone. */
    static ByteBuffer multicastInterface(int interfaceIndex) {
        return direct(Integer.BYTES).putInt(0, interfaceIndex);
    }

    private static ByteBuffer direct(int size) {
        return ByteBuffer.allocateDirect(size).order(ByteOrder.nativeOrder());
    }

    private static SocketOption option(int number, String name) {
        return new SocketOption(ControlMessages.IPV6_LEVEL, number, name);
    }
}
