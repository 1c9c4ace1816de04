package dev.pollux.linux.route;

import dev.pollux.linux.netlink.NetlinkAttributes;
import dev.pollux.linux.netlink.NetlinkWriter;
import dev.pollux.linux.route.RuleSelector.Range;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/** The attributes of a rule that say which packets it is for. Collects them when a rule is read. */
final class RuleSelectorCodec {

    private static final int FRA_DST = 1;
    private static final int FRA_SRC = 2;
    private static final int FRA_IIFNAME = 3;
    private static final int FRA_FWMARK = 10;
    private static final int FRA_TUN_ID = 12;
    private static final int FRA_FWMASK = 16;
    private static final int FRA_OIFNAME = 17;
    private static final int FRA_UID_RANGE = 20;
    private static final int FRA_IP_PROTO = 22;
    private static final int FRA_SPORT_RANGE = 23;
    private static final int FRA_DPORT_RANGE = 24;

    private @Nullable InetAddress source;
    private @Nullable InetAddress destination;
    private String incoming = "";
    private String outgoing = "";
    private long mark;
    private long markMask;
    private long tunnelId;
    private @Nullable Range users;
    private int ipProtocol;
    private @Nullable Range sourcePorts;
    private @Nullable Range destinationPorts;

    static void encode(RuleSelector selector, NetlinkWriter message) {
        prefix(FRA_SRC, selector.source(), message);
        prefix(FRA_DST, selector.destination(), message);
        if (selector.markMask() != 0) {
            message.attribute32(FRA_FWMARK, (int) selector.mark());
            message.attribute32(FRA_FWMASK, (int) selector.markMask());
        }
        if (!selector.incoming().isEmpty()) {
            message.attribute(FRA_IIFNAME, selector.incoming());
        }
        if (!selector.outgoing().isEmpty()) {
            message.attribute(FRA_OIFNAME, selector.outgoing());
        }
        if (selector.tunnelId() != 0) {
            message.attribute(
                    FRA_TUN_ID,
                    ByteBuffer.allocate(Long.BYTES).putLong(selector.tunnelId()).array());
        }
        transport(selector.transport(), message);
    }

    private static void prefix(int type, @Nullable Prefix prefix, NetlinkWriter message) {
        if (prefix != null && prefix.length() > 0) {
            message.attribute(type, prefix.address());
        }
    }

    private static void transport(RuleSelector.TransportSelector transport, NetlinkWriter message) {
        Range users = transport.users();
        if (users != null) {
            ByteBuffer range = ByteBuffer.allocate(2 * Integer.BYTES).order(ByteOrder.nativeOrder());
            range.putInt((int) users.first()).putInt((int) users.last());
            message.attribute(FRA_UID_RANGE, range.array());
        }
        if (transport.protocol() != 0) {
            message.attribute8(FRA_IP_PROTO, transport.protocol());
        }
        ports(FRA_SPORT_RANGE, transport.sourcePorts(), message);
        ports(FRA_DPORT_RANGE, transport.destinationPorts(), message);
    }

    private static void ports(int type, @Nullable Range ports, NetlinkWriter message) {
        if (ports != null) {
            ByteBuffer range = ByteBuffer.allocate(2 * Short.BYTES).order(ByteOrder.nativeOrder());
            range.putShort((short) ports.first()).putShort((short) ports.last());
            message.attribute(type, range.array());
        }
    }

    /** Passes over the attributes of an action. */
    void read(NetlinkAttributes attributes) {
        switch (attributes.type()) {
            case FRA_SRC -> source = attributes.address();
            case FRA_DST -> destination = attributes.address();
            case FRA_IIFNAME -> incoming = attributes.string();
            case FRA_OIFNAME -> outgoing = attributes.string();
            case FRA_FWMARK -> mark = Integer.toUnsignedLong(attributes.int32());
            case FRA_FWMASK -> markMask = Integer.toUnsignedLong(attributes.int32());
            case FRA_TUN_ID ->
                tunnelId = ByteBuffer.wrap(attributes.bytes(0, Long.BYTES)).getLong();
            case FRA_UID_RANGE -> users = users(attributes);
            case FRA_IP_PROTO -> ipProtocol = attributes.int8();
            case FRA_SPORT_RANGE -> sourcePorts = ports(attributes);
            case FRA_DPORT_RANGE -> destinationPorts = ports(attributes);
            default -> {}
        }
    }

    RuleSelector selector(int sourceLength, int destinationLength, int typeOfService) {
        return new RuleSelector(
                source == null ? null : new Prefix(source, sourceLength),
                destination == null ? null : new Prefix(destination, destinationLength),
                typeOfService,
                mark,
                markMask,
                incoming,
                outgoing,
                tunnelId,
                new RuleSelector.TransportSelector(users, ipProtocol, sourcePorts, destinationPorts));
    }

    private static Range users(NetlinkAttributes attributes) {
        ByteBuffer range =
                ByteBuffer.wrap(attributes.bytes(0, 2 * Integer.BYTES)).order(ByteOrder.nativeOrder());
        return new Range(Integer.toUnsignedLong(range.getInt()), Integer.toUnsignedLong(range.getInt()));
    }

    private static Range ports(NetlinkAttributes attributes) {
        ByteBuffer range = ByteBuffer.wrap(attributes.bytes(0, 2 * Short.BYTES)).order(ByteOrder.nativeOrder());
        return new Range(Short.toUnsignedLong(range.getShort()), Short.toUnsignedLong(range.getShort()));
    }
}
