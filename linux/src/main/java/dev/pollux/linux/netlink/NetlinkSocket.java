package dev.pollux.linux.netlink;

import dev.pollux.linux.syscall.Descriptor;
import dev.pollux.linux.syscall.SocketCalls;
import dev.pollux.linux.syscall.SocketOption;
import dev.pollux.linux.syscall.SystemCallException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Opening netlink sockets, and their options (netlink(7)). */
final class NetlinkSocket {

    /** {@code sizeof(struct sockaddr_nl)}: family, padding, port id, groups. */
    static final int ADDRESS_SIZE = 12;

    /** {@code AF_NETLINK}. */
    static final short FAMILY = 16;

    private static final int LEVEL = 270;
    private static final SocketOption ADD_MEMBERSHIP = new SocketOption(LEVEL, 1, "NETLINK_ADD_MEMBERSHIP");
    private static final SocketOption CAPPED_ACK = new SocketOption(LEVEL, 10, "NETLINK_CAP_ACK");
    private static final SocketOption EXTENDED_ACK = new SocketOption(LEVEL, 11, "NETLINK_EXT_ACK");
    private static final SocketOption RECEIVE_TIMEOUT = new SocketOption(SocketCalls.SOCKET_LEVEL, 20, "SO_RCVTIMEO");

    private NetlinkSocket() {}

    /** A blocking socket for requests, whose errors come with the kernel's words and without the request. */
    static Descriptor forRequests(int protocol, int timeoutSeconds) {
        Descriptor descriptor = SocketCalls.socket(FAMILY, SocketCalls.RAW, protocol);
        try {
            SocketCalls.setOption(descriptor, CAPPED_ACK, 1);
            SocketCalls.setOption(descriptor, EXTENDED_ACK, 1);
            SocketCalls.setOption(descriptor, RECEIVE_TIMEOUT, timeval(timeoutSeconds));
            return descriptor;
        } catch (SystemCallException e) {
            descriptor.close();
            throw e;
        }
    }

    /** A non-blocking socket that is in the subscription's groups. */
    static Descriptor forNotifications(NetlinkSubscription subscription) {
        int type = SocketCalls.RAW | SocketCalls.NON_BLOCKING;
        Descriptor descriptor = SocketCalls.socket(FAMILY, type, subscription.protocol());
        try {
            // Unbound it would have the kernel's own port id 0, and a broadcast passes over its sender.
            SocketCalls.bind(descriptor, kernelAddress());
            for (int group : subscription.groups()) {
                SocketCalls.setOption(descriptor, ADD_MEMBERSHIP, group);
            }
            return descriptor;
        } catch (SystemCallException e) {
            descriptor.close();
            throw e;
        }
    }

    /** {@code struct sockaddr_nl} of the kernel, which for bind(2) means "choose a port id for me". */
    private static ByteBuffer kernelAddress() {
        ByteBuffer address = ByteBuffer.allocateDirect(ADDRESS_SIZE).order(ByteOrder.nativeOrder());
        return address.putShort(0, FAMILY);
    }

    private static ByteBuffer timeval(int seconds) {
        return ByteBuffer.allocateDirect(16)
                .order(ByteOrder.nativeOrder())
                .putLong(seconds)
                .putLong(0)
                .flip();
    }
}
