package dev.pollux.linux.conntrack;

import dev.pollux.linux.netlink.NetlinkAttributes;
import dev.pollux.linux.netlink.NetlinkReader;
import dev.pollux.linux.netlink.NetlinkRequest;
import java.net.InetAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Messages of ctnetlink: {@code struct nfgenmsg}, then attributes.
 *
 * <pre>
 *  family (1) | version (1) | resource (2)
 *  CTA_TUPLE_ORIG   nested, as the next
 *  CTA_TUPLE_REPLY  nested:  CTA_TUPLE_IP     nested: source, destination (4 or 16 bytes)
 *                            CTA_TUPLE_PROTO  nested: number (1), source port (2), destination port (2), big endian
 *  CTA_STATUS (4, big endian)
 * </pre>
 */
final class ConntrackCodec {

    private static final int IPCTNL_MSG_CT_GET = 1 << 8 | 1;
    private static final int SIZE_OF_HEADER = 4;
    private static final int CTA_TUPLE_ORIG = 1;
    private static final int CTA_TUPLE_REPLY = 2;
    private static final int CTA_STATUS = 3;

    /** Filters a dump since Linux 5.15; older kernels pass over it and tell everything. */
    private static final int CTA_STATUS_MASK = 26;

    private static final int CTA_TUPLE_IP = 1;
    private static final int CTA_TUPLE_PROTO = 2;
    private static final int CTA_IP_V4_SRC = 1;
    private static final int CTA_IP_V4_DST = 2;
    private static final int CTA_IP_V6_SRC = 3;
    private static final int CTA_IP_V6_DST = 4;
    private static final int CTA_PROTO_NUM = 1;
    private static final int CTA_PROTO_SRC_PORT = 2;
    private static final int CTA_PROTO_DST_PORT = 3;
    private static final int IPS_SRC_NAT = 1 << 4;

    private ConntrackCodec() {}

    /** Asks for the connections with a translated source. */
    static NetlinkRequest dumpTranslated() {
        return new NetlinkRequest(IPCTNL_MSG_CT_GET, 0, message -> message.zeros(SIZE_OF_HEADER)
                .attribute32BigEndian(CTA_STATUS, IPS_SRC_NAT)
                .attribute32BigEndian(CTA_STATUS_MASK, IPS_SRC_NAT));
    }

    /** Empty for a connection without a translated source. */
    static Optional<TranslatedConnection> decode(NetlinkReader message) {
        NetlinkAttributes attributes = message.skip(SIZE_OF_HEADER).attributes();
        Tuple original = null;
        Tuple reply = null;
        boolean translated = false;
        while (attributes.next()) {
            switch (attributes.type()) {
                case CTA_TUPLE_ORIG -> original = tuple(attributes.nested());
                case CTA_TUPLE_REPLY -> reply = tuple(attributes.nested());
                case CTA_STATUS -> translated = (attributes.int32BigEndian() & IPS_SRC_NAT) != 0;
                default -> {}
            }
        }
        return !translated || original == null || reply == null
                ? Optional.empty()
                : Optional.of(new TranslatedConnection(
                        reply.protocol,
                        original.destination,
                        original.destinationPort,
                        reply.source,
                        reply.sourcePort,
                        reply.destination));
    }

    private static @Nullable Tuple tuple(NetlinkAttributes attributes) {
        InetAddress source = null;
        InetAddress destination = null;
        int protocol = 0;
        int sourcePort = 0;
        int destinationPort = 0;
        while (attributes.next()) {
            NetlinkAttributes parts = attributes.nested();
            while (parts.next()) {
                if (attributes.type() == CTA_TUPLE_IP) {
                    switch (parts.type()) {
                        case CTA_IP_V4_SRC, CTA_IP_V6_SRC -> source = parts.address();
                        case CTA_IP_V4_DST, CTA_IP_V6_DST -> destination = parts.address();
                        default -> {}
                    }
                } else if (attributes.type() == CTA_TUPLE_PROTO) {
                    switch (parts.type()) {
                        case CTA_PROTO_NUM -> protocol = parts.int8();
                        case CTA_PROTO_SRC_PORT -> sourcePort = parts.int16BigEndian();
                        case CTA_PROTO_DST_PORT -> destinationPort = parts.int16BigEndian();
                        default -> {}
                    }
                }
            }
        }
        return source == null || destination == null
                ? null
                : new Tuple(protocol, source, sourcePort, destination, destinationPort);
    }

    /** One direction of a connection. */
    private record Tuple(
            int protocol, InetAddress source, int sourcePort, InetAddress destination, int destinationPort) {}
}
