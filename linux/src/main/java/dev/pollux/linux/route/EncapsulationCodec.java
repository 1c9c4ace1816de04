package dev.pollux.linux.route;

import dev.pollux.linux.netlink.NetlinkWriter;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The attributes within RTA_ENCAP (linux/lwtunnel.h, linux/mpls_iptunnel.h, linux/ila.h). Written only: nothing here needs to
 * know how others wrap their packets.
 */
final class EncapsulationCodec {

    private static final int RTA_ENCAP_TYPE = 21;
    private static final int RTA_ENCAP = 22;

    private static final int MPLS = 1;
    private static final int IP = 2;
    private static final int ILA = 3;
    private static final int IP6 = 4;

    private static final int MPLS_DESTINATION = 1;
    private static final int MPLS_TIME_TO_LIVE = 2;
    private static final int MPLS_BOTTOM_OF_STACK = 0x100;
    private static final int MPLS_LABEL_SHIFT = 12;

    private static final int IP_ID = 1;
    private static final int IP_DESTINATION = 2;
    private static final int IP_SOURCE = 3;
    private static final int IP_HOP_LIMIT = 4;
    private static final int IP_TRAFFIC_CLASS = 5;
    private static final int IP_FLAGS = 6;

    private static final int ILA_LOCATOR = 1;

    private EncapsulationCodec() {}

    static void encode(@Nullable Encapsulation encapsulation, NetlinkWriter message) {
        if (encapsulation instanceof Encapsulation.Mpls mpls) {
            message.attribute16(RTA_ENCAP_TYPE, MPLS).nested(RTA_ENCAP, nested -> mpls(mpls, nested));
        } else if (encapsulation instanceof Encapsulation.Ip ip) {
            message.attribute16(RTA_ENCAP_TYPE, ip.ipv6() ? IP6 : IP).nested(RTA_ENCAP, nested -> ip(ip, nested));
        } else if (encapsulation instanceof Encapsulation.Ila ila) {
            message.attribute16(RTA_ENCAP_TYPE, ILA)
                    .nested(RTA_ENCAP, nested -> nested.attribute(ILA_LOCATOR, bigEndian(ila.locator())));
        }
    }

    private static void mpls(Encapsulation.Mpls mpls, NetlinkWriter nested) {
        List<Integer> labels = mpls.labels();
        ByteBuffer stack = ByteBuffer.allocate(labels.size() * Integer.BYTES);
        for (int i = 0; i < labels.size(); i++) {
            int bottom = i == labels.size() - 1 ? MPLS_BOTTOM_OF_STACK : 0;
            stack.putInt(labels.get(i) << MPLS_LABEL_SHIFT | bottom);
        }
        nested.attribute(MPLS_DESTINATION, stack.array());
        if (mpls.timeToLive() != 0) {
            nested.attribute8(MPLS_TIME_TO_LIVE, mpls.timeToLive());
        }
    }

    private static void ip(Encapsulation.Ip ip, NetlinkWriter nested) {
        if (ip.id() != 0) {
            nested.attribute(IP_ID, bigEndian(ip.id()));
        }
        address(IP_DESTINATION, ip.destination(), nested);
        address(IP_SOURCE, ip.source(), nested);
        if (ip.hopLimit() != 0) {
            nested.attribute8(IP_HOP_LIMIT, ip.hopLimit());
        }
        if (ip.trafficClass() != 0) {
            nested.attribute8(IP_TRAFFIC_CLASS, ip.trafficClass());
        }
        if (ip.flags() != 0) {
            nested.attribute16BigEndian(IP_FLAGS, ip.flags());
        }
    }

    private static void address(int type, @Nullable InetAddress address, NetlinkWriter nested) {
        if (address != null) {
            nested.attribute(type, address);
        }
    }

    private static byte[] bigEndian(long value) {
        return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
    }
}
