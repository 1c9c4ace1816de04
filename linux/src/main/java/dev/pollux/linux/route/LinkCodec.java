package dev.pollux.linux.route;

import dev.pollux.linux.netlink.NetlinkAttributes;
import dev.pollux.linux.netlink.NetlinkReader;
import dev.pollux.linux.netlink.NetlinkRequest;
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

    private LinkCodec() {}

    /** Asks for all links of the namespace. */
    static NetlinkRequest dump() {
        return new NetlinkRequest(GET_LINK, 0, message -> message.zeros(HEADER_SIZE));
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
        while (attributes.next()) {
            switch (attributes.type()) {
                case IFLA_ADDRESS -> address = HardwareAddress.of(attributes.bytes());
                case IFLA_IFNAME -> name = attributes.string();
                case IFLA_MTU -> mtu = attributes.int32();
                default -> {}
            }
        }
        return family == 0 && !name.isEmpty()
                ? Optional.of(new Link(index, name, flags, address, mtu))
                : Optional.empty();
    }
}
