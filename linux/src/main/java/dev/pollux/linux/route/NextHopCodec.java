package dev.pollux.linux.route;

import dev.pollux.linux.netlink.NetlinkAttributes;
import dev.pollux.linux.netlink.NetlinkWriter;
import java.io.ByteArrayOutputStream;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Next hops, alone as attributes of a route, or several in RTA_MULTIPATH:
 *
 * <pre>
 *  struct rtnexthop
 *  +-------------------------------+---------------+---------------+
 *  |     length, with attributes   |   RTNH_F_     |  weight - 1   |
 *  +-------------------------------+---------------+---------------+
 *  |                        interface index                        |
 *  +---------------------------------------------------------------+
 *  |  attributes                                                   |
 *  +---------------------------------------------------------------+
 * </pre>
 */
final class NextHopCodec {

    static final int RTA_OIF = 4;
    static final int RTA_GATEWAY = 5;
    static final int RTA_MULTIPATH = 9;
    static final int RTA_VIA = 18;
    static final int ON_LINK = 4;

    private static final int RTA_FLOW = 11;
    private static final int HEADER_SIZE = 8;
    private static final int LARGEST = 512;
    private static final int AF_INET = 2;
    private static final int AF_INET6 = 10;
    private static final int FAMILY_SIZE = 2;

    private NextHopCodec() {}

    /** The attributes of a route with one next hop. */
    static void encodeOnly(NextHop hop, boolean ipv6, NetlinkWriter message) {
        if (hop.interfaceIndex() != 0) {
            message.attribute32(RTA_OIF, hop.interfaceIndex());
        }
        attributes(hop, ipv6, message);
    }

    static void encodeAll(List<NextHop> hops, boolean ipv6, NetlinkWriter message) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (NextHop hop : hops) {
            ByteBuffer buffer = ByteBuffer.allocate(LARGEST).order(ByteOrder.nativeOrder());
            buffer.putShort((short) 0)
                    .put((byte) (hop.onLink() ? ON_LINK : 0))
                    .put((byte) (hop.weight() - 1))
                    .putInt(hop.interfaceIndex());
            attributes(hop, ipv6, new NetlinkWriter(buffer));
            buffer.putShort(0, (short) buffer.position());
            all.write(buffer.array(), 0, buffer.position());
        }
        message.attribute(RTA_MULTIPATH, all.toByteArray());
    }

    private static void attributes(NextHop hop, boolean ipv6, NetlinkWriter message) {
        InetAddress gateway = hop.gateway();
        if (gateway != null) {
            if (gateway instanceof Inet4Address == ipv6) {
                message.attribute(RTA_VIA, via(gateway));
            } else {
                message.attribute(RTA_GATEWAY, gateway);
            }
        }
        if (hop.realms() != 0) {
            message.attribute32(RTA_FLOW, hop.realms());
        }
        EncapsulationCodec.encode(hop.encapsulation(), message);
    }

    /** {@code struct rtvia}: the family, then the address. */
    private static byte[] via(InetAddress gateway) {
        byte[] address = gateway.getAddress();
        return ByteBuffer.allocate(FAMILY_SIZE + address.length)
                .order(ByteOrder.nativeOrder())
                .putShort((short) (gateway instanceof Inet4Address ? AF_INET : AF_INET6))
                .put(address)
                .array();
    }

    static InetAddress decodeVia(NetlinkAttributes attributes) {
        return attributes.addressFrom(FAMILY_SIZE);
    }

    /** The next hops of RTA_MULTIPATH; what does not fit ends the list. */
    static List<NextHop> decodeAll(NetlinkAttributes multipath) {
        List<NextHop> hops = new ArrayList<>();
        int offset = 0;
        while (offset + HEADER_SIZE <= multipath.length()) {
            ByteBuffer header =
                    ByteBuffer.wrap(multipath.bytes(offset, HEADER_SIZE)).order(ByteOrder.nativeOrder());
            int length = Short.toUnsignedInt(header.getShort(0));
            if (length < HEADER_SIZE || offset + length > multipath.length()) {
                return hops;
            }
            hops.add(decode(header, multipath.nested(offset + HEADER_SIZE, length - HEADER_SIZE)));
            offset += (length + 3) & -4;
        }
        return hops;
    }

    private static NextHop decode(ByteBuffer header, NetlinkAttributes attributes) {
        InetAddress gateway = null;
        int realms = 0;
        while (attributes.next()) {
            switch (attributes.type()) {
                case RTA_GATEWAY -> gateway = attributes.address();
                case RTA_VIA -> gateway = decodeVia(attributes);
                case RTA_FLOW -> realms = attributes.int32();
                default -> {}
            }
        }
        boolean onLink = (header.get(2) & ON_LINK) != 0;
        return hop(gateway, header.getInt(4), Byte.toUnsignedInt(header.get(3)) + 1, onLink, realms);
    }

    private static NextHop hop(@Nullable InetAddress gateway, int index, int weight, boolean onLink, int realms) {
        return new NextHop(gateway, index, weight, onLink, realms, null);
    }
}
