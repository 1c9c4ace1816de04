package dev.pollux.linux.socket;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Addresses of UDP sockets (ip(7), ipv6(7)). The family is in host byte order, the port in network byte order.
 *
 * <pre>
 *  struct sockaddr_in    0 family   2 port   4 address (4)      8 unused (8)
 *  struct sockaddr_in6   0 family   2 port   4 flow label (4)   8 address (16)   24 scope (4)
 * </pre>
 */
final class SocketAddressCodec {

    /** {@code AF_INET}. */
    static final short IPV4 = 2;

    /** {@code AF_INET6}. */
    static final short IPV6 = 10;

    static final int IPV4_SIZE = 16;
    static final int IPV6_SIZE = 28;

    private static final int IPV4_ADDRESS = 4;
    private static final int IPV6_ADDRESS = 8;
    private static final int BYTE_MASK = 0xff;

    private SocketAddressCodec() {}

    /** For bind(2). */
    static ByteBuffer direct(InetSocketAddress address) {
        ByteBuffer buffer = ByteBuffer.allocateDirect(IPV6_SIZE).order(ByteOrder.nativeOrder());
        encode(address.getAddress(), address.getPort(), buffer);
        return buffer.flip();
    }

    /** Writes it at the begin of the buffer, which is in host byte order and ends up behind it. */
    static void encode(InetAddress address, int port, ByteBuffer out) {
        boolean ipv4 = address instanceof Inet4Address;
        out.putShort(0, ipv4 ? IPV4 : IPV6);
        out.put(2, (byte) (port >> Byte.SIZE)).put(3, (byte) port);
        if (ipv4) {
            out.put(IPV4_ADDRESS, address.getAddress()).putLong(IPV4_SIZE - Long.BYTES, 0);
        } else {
            out.putInt(4, 0).put(IPV6_ADDRESS, address.getAddress()).putInt(IPV6_SIZE - Integer.BYTES, 0);
        }
        out.position(ipv4 ? IPV4_SIZE : IPV6_SIZE);
    }

    static InetAddress address(ByteBuffer name) {
        boolean ipv4 = name.getShort(0) == IPV4;
        byte[] bytes = new byte[ipv4 ? Integer.BYTES : 2 * Long.BYTES];
        name.get(ipv4 ? IPV4_ADDRESS : IPV6_ADDRESS, bytes);
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("an address has 4 or 16 bytes", e);
        }
    }

    static int port(ByteBuffer name) {
        return ((name.get(2) & BYTE_MASK) << Byte.SIZE) | (name.get(3) & BYTE_MASK);
    }
}
