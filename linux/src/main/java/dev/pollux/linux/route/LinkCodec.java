package dev.pollux.linux.route;

import dev.pollux.linux.netlink.NetlinkAttributes;
import dev.pollux.linux.netlink.NetlinkFlags;
import dev.pollux.linux.netlink.NetlinkReader;
import dev.pollux.linux.netlink.NetlinkRequest;
import dev.pollux.linux.netlink.NetlinkWriter;
import java.util.Optional;

/**
 * Link messages (rtnetlink(7), linux/if_link.h).
 *
 * <pre>
 *  struct ifinfomsg
 *  +---------------+---------------+-------------------------------+
 *  |    family     |       0       |       ARPHRD_ type            |
 *  +---------------+---------------+-------------------------------+
 *  |                        interface index                        |
 *  +---------------------------------------------------------------+
 *  |                        IFF_ flags                             |
 *  +---------------------------------------------------------------+
 *  |                        change mask                            |
 *  +---------------------------------------------------------------+
 * </pre>
 */
final class LinkCodec {

    static final int NEW_LINK = 16;
    static final int DELETE_LINK = 17;

    private static final int GET_LINK = 18;
    private static final int HEADER_SIZE = 16;
    private static final int CHANGE_MASK_SIZE = 4;

    private static final int IFLA_ADDRESS = 1;
    private static final int IFLA_IFNAME = 3;
    private static final int IFLA_MTU = 4;
    private static final int IFLA_LINK = 5;
    private static final int IFLA_LINKINFO = 18;
    private static final int IFLA_AF_SPEC = 26;
    private static final int IFLA_INFO_KIND = 1;
    private static final int IFLA_INFO_DATA = 2;
    private static final int IFLA_MACVLAN_MODE = 1;
    private static final int IFLA_IPVLAN_MODE = 1;
    private static final int IFLA_IPVLAN_FLAGS = 2;
    private static final int IFLA_INET6_ADDR_GEN_MODE = 8;
    private static final int ADDR_GEN_MODE_NONE = 1;
    private static final int IPVLAN_MODE_L2 = 0;
    private static final int AF_INET6 = 10;
    private static final int IFF_UP = 1;

    private LinkCodec() {}

    /** Asks for all links of the namespace. */
    static NetlinkRequest dump() {
        return new NetlinkRequest(GET_LINK, 0, message -> message.zeros(HEADER_SIZE));
    }

    /** Makes an interface, which is down. Refused with EEXIST where the name is taken. */
    static NetlinkRequest create(VirtualLink link) {
        return new NetlinkRequest(NEW_LINK, NetlinkFlags.CREATE | NetlinkFlags.EXCLUSIVE, message -> {
            message.zeros(HEADER_SIZE).attribute(IFLA_IFNAME, link.name()).attribute32(IFLA_LINK, link.parent());
            if (link.address().length() > 0) {
                message.attribute(IFLA_ADDRESS, link.address().bytes());
            }
            message.nested(IFLA_LINKINFO, information -> information
                    .attribute(IFLA_INFO_KIND, link.kind().text())
                    .nested(IFLA_INFO_DATA, data -> mode(link, data)));
        });
    }

    private static void mode(VirtualLink link, NetlinkWriter data) {
        if (link.kind() == VirtualLink.Kind.MACVLAN) {
            data.attribute32(IFLA_MACVLAN_MODE, link.mode());
        } else {
            data.attribute16(IFLA_IPVLAN_MODE, IPVLAN_MODE_L2).attribute16(IFLA_IPVLAN_FLAGS, link.mode());
        }
    }

    static NetlinkRequest delete(int index) {
        return new NetlinkRequest(
                DELETE_LINK, 0, message -> message.zeros(4).int32(index).zeros(8));
    }

    static NetlinkRequest setUp(int index) {
        return new NetlinkRequest(
                NEW_LINK,
                0,
                message -> message.zeros(4).int32(index).int32(IFF_UP).int32(IFF_UP));
    }

    /** The interface shall not give itself an IPv6 address when it comes up. */
    static NetlinkRequest noOwnIpv6Address(int index) {
        return new NetlinkRequest(NEW_LINK, 0, message -> message.zeros(4)
                .int32(index)
                .zeros(8)
                .nested(
                        IFLA_AF_SPEC,
                        families -> families.nested(
                                AF_INET6, inet6 -> inet6.attribute8(IFLA_INET6_ADDR_GEN_MODE, ADDR_GEN_MODE_NONE))));
    }

    /**
     * Empty for a message of the bridge or another special family: RTM_DELLINK with AF_BRIDGE says that a port left its
     * bridge, not that the interface is gone.
     */
    static Optional<Link> decode(NetlinkReader message) {
        int family = message.int8();
        int index = message.skip(3).int32();
        LinkFlags flags = new LinkFlags(message.int32());
        NetlinkAttributes attributes = message.skip(CHANGE_MASK_SIZE).attributes();
        String name = "";
        HardwareAddress address = HardwareAddress.NONE;
        int mtu = 0;
        String kind = "";
        int parent = 0;
        while (attributes.next()) {
            switch (attributes.type()) {
                case IFLA_ADDRESS -> address = HardwareAddress.of(attributes.bytes());
                case IFLA_IFNAME -> name = attributes.string();
                case IFLA_MTU -> mtu = attributes.int32();
                case IFLA_LINK -> parent = attributes.int32();
                case IFLA_LINKINFO -> kind = kind(attributes.nested());
                default -> {}
            }
        }
        return family == 0 && !name.isEmpty()
                ? Optional.of(new Link(index, name, flags, address, mtu, kind, parent))
                : Optional.empty();
    }

    private static String kind(NetlinkAttributes information) {
        while (information.next()) {
            if (information.type() == IFLA_INFO_KIND) {
                return information.string();
            }
        }
        return "";
    }
}
