package dev.pollux.linux.route;

import dev.pollux.linux.netlink.NetlinkAttributes;
import dev.pollux.linux.netlink.NetlinkFlags;
import dev.pollux.linux.netlink.NetlinkReader;
import dev.pollux.linux.netlink.NetlinkRequest;
import dev.pollux.linux.netlink.NetlinkWriter;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Address messages (rtnetlink(7), linux/if_addr.h).
 *
 * <pre>
 *  struct ifaddrmsg
 *  +---------------+---------------+---------------+---------------+
 *  |    family     | prefix length | flags (low 8) |     scope     |
 *  +---------------+---------------+---------------+---------------+
 *  |                        interface index                        |
 *  +---------------------------------------------------------------+
 * </pre>
 *
 * <p>IFA_LOCAL is the interface's own address and IFA_ADDRESS that of its peer, where there is one; without a peer both
 * are the same, and IPv6 leaves IFA_LOCAL out.
 */
final class AddressCodec {

    static final int NEW_ADDRESS = 20;
    static final int DELETE_ADDRESS = 21;

    private static final int GET_ADDRESS = 22;
    private static final int AF_INET = 2;
    private static final int AF_INET6 = 10;
    private static final int HEADER_SIZE = 8;

    private static final int IFA_ADDRESS = 1;
    private static final int IFA_LOCAL = 2;
    private static final int IFA_LABEL = 3;
    private static final int IFA_BROADCAST = 4;
    private static final int IFA_CACHEINFO = 6;
    private static final int IFA_FLAGS = 8;
    private static final int IFA_PROTO = 11;

    /** {@code RTPROT_KEEPALIVED}, by which {@code ip address} shows whose address it is; kernels before 5.18 ignore it. */
    private static final int PROTOCOL_KEEPALIVED = 18;

    /** {@code struct ifa_cacheinfo}: preferred and valid lifetime in seconds, and two times that only the kernel writes. */
    private static final int CACHEINFO_SIZE = 16;

    private AddressCodec() {}

    /** Asks for all addresses of both families. */
    static NetlinkRequest dump() {
        return new NetlinkRequest(GET_ADDRESS, 0, message -> message.zeros(HEADER_SIZE));
    }

    /** Refused with EEXIST where the interface has the address already. */
    static NetlinkRequest add(InterfaceAddress address) {
        int flags = NetlinkFlags.CREATE | NetlinkFlags.EXCLUSIVE;
        return new NetlinkRequest(NEW_ADDRESS, flags, message -> encode(address, message));
    }

    /** Refused with EADDRNOTAVAIL where the interface does not have it. */
    static NetlinkRequest delete(InterfaceAddress address) {
        return new NetlinkRequest(DELETE_ADDRESS, 0, message -> encode(address, message));
    }

    private static void encode(InterfaceAddress address, NetlinkWriter message) {
        InetAddress peer = address.peer();
        InetAddress broadcast = address.broadcast();
        message.int8(address.address() instanceof Inet4Address ? AF_INET : AF_INET6)
                .int8(address.prefixLength())
                .int8(address.flags())
                .int8(address.scope())
                .int32(address.interfaceIndex())
                .attribute(IFA_LOCAL, address.address())
                .attribute(IFA_ADDRESS, peer == null ? address.address() : peer);
        if (broadcast != null) {
            message.attribute(IFA_BROADCAST, broadcast);
        }
        if (!address.label().isEmpty()) {
            message.attribute(IFA_LABEL, address.label());
        }
        if (address.flags() > 0xff) {
            message.attribute32(IFA_FLAGS, address.flags());
        }
        if (address.preferredLifetime() != InterfaceAddress.FOREVER) {
            message.attribute(IFA_CACHEINFO, lifetimes(address.preferredLifetime()));
        }
        message.attribute8(IFA_PROTO, PROTOCOL_KEEPALIVED);
    }

    private static byte[] lifetimes(long preferred) {
        return ByteBuffer.allocate(CACHEINFO_SIZE)
                .order(ByteOrder.nativeOrder())
                .putInt((int) preferred)
                .putInt((int) InterfaceAddress.FOREVER)
                .array();
    }

    /** Empty for a message without an address, or of another family than IP. */
    static Optional<InterfaceAddress> decode(NetlinkReader message) {
        int family = message.int8();
        int prefixLength = message.int8();
        int flags = message.int8();
        int scope = message.int8();
        int index = message.int32();
        NetlinkAttributes attributes = message.attributes();
        InetAddress address = null;
        InetAddress local = null;
        InetAddress broadcast = null;
        String label = "";
        long preferred = InterfaceAddress.FOREVER;
        while ((family == AF_INET || family == AF_INET6) && attributes.next()) {
            switch (attributes.type()) {
                case IFA_ADDRESS -> address = attributes.address();
                case IFA_LOCAL -> local = attributes.address();
                case IFA_BROADCAST -> broadcast = attributes.address();
                case IFA_LABEL -> label = attributes.string();
                case IFA_CACHEINFO -> preferred = preferredLifetime(attributes.bytes(0, Integer.BYTES));
                case IFA_FLAGS -> flags = attributes.int32();
                default -> {}
            }
        }
        InetAddress own = local == null ? address : local;
        if (own == null) {
            return Optional.empty();
        }
        return Optional.of(new InterfaceAddress(
                index, own, prefixLength, peer(own, address), broadcast, scope, label, flags, preferred));
    }

    private static long preferredLifetime(byte[] value) {
        return Integer.toUnsignedLong(
                ByteBuffer.wrap(value).order(ByteOrder.nativeOrder()).getInt());
    }

    private static @Nullable InetAddress peer(InetAddress own, @Nullable InetAddress address) {
        return own.equals(address) ? null : address;
    }
}
