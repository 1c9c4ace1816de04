package dev.pollux.linux.route;

import dev.pollux.linux.netlink.NetlinkAttributes;
import dev.pollux.linux.netlink.NetlinkFlags;
import dev.pollux.linux.netlink.NetlinkReader;
import dev.pollux.linux.netlink.NetlinkRequest;
import dev.pollux.linux.netlink.NetlinkWriter;
import dev.pollux.linux.route.RuleSelector.Range;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rule messages (linux/fib_rules.h).
 *
 * <pre>
 *  struct fib_rule_hdr
 *  +---------------+---------------+---------------+---------------+
 *  |    family     | dst. length   | source length | type of serv. |
 *  +---------------+---------------+---------------+---------------+
 *  | table (low 8) |       0       |       0       |    FR_ACT_    |
 *  +---------------+---------------+---------------+---------------+
 *  |                        FIB_RULE_ flags                        |
 *  +---------------------------------------------------------------+
 * </pre>
 */
final class RuleCodec {

    static final int NEW_RULE = 32;
    static final int DELETE_RULE = 33;

    private static final int GET_RULE = 34;
    private static final int AF_INET = 2;
    private static final int AF_INET6 = 10;
    private static final int REST_OF_HEADER = 11;
    private static final int INVERT = 2;

    private static final int FRA_DST = 1;
    private static final int FRA_SRC = 2;
    private static final int FRA_IIFNAME = 3;
    private static final int FRA_GOTO = 4;
    private static final int FRA_PRIORITY = 6;
    private static final int FRA_FWMARK = 10;
    private static final int FRA_FLOW = 11;
    private static final int FRA_TUN_ID = 12;
    private static final int FRA_SUPPRESS_IFGROUP = 13;
    private static final int FRA_SUPPRESS_PREFIXLEN = 14;
    private static final int FRA_TABLE = 15;
    private static final int FRA_FWMASK = 16;
    private static final int FRA_OIFNAME = 17;
    private static final int FRA_L3MDEV = 19;
    private static final int FRA_UID_RANGE = 20;
    private static final int FRA_PROTOCOL = 21;
    private static final int FRA_IP_PROTO = 22;
    private static final int FRA_SPORT_RANGE = 23;
    private static final int FRA_DPORT_RANGE = 24;

    private RuleCodec() {}

    /** Asks for all rules of a family. */
    static NetlinkRequest dump(boolean ipv6) {
        return new NetlinkRequest(
                GET_RULE, 0, message -> message.int8(ipv6 ? AF_INET6 : AF_INET).zeros(REST_OF_HEADER));
    }

    /** Refused with EEXIST where exactly this rule is there. */
    static NetlinkRequest add(Rule rule) {
        int flags = NetlinkFlags.CREATE | NetlinkFlags.EXCLUSIVE;
        return new NetlinkRequest(NEW_RULE, flags, message -> encode(rule, message));
    }

    /** Refused with ENOENT where there is no such rule. */
    static NetlinkRequest delete(Rule rule) {
        return new NetlinkRequest(DELETE_RULE, 0, message -> encode(rule, message));
    }

    private static void encode(Rule rule, NetlinkWriter message) {
        RuleSelector selector = rule.selector();
        Prefix source = selector.source();
        Prefix destination = selector.destination();
        int table = rule.action().table();
        message.int8(rule.ipv6() ? AF_INET6 : AF_INET)
                .int8(destination == null ? 0 : destination.length())
                .int8(source == null ? 0 : source.length())
                .int8(selector.typeOfService())
                .int8(table < 256 ? table : 0)
                .zeros(2)
                .int8(rule.action().kind().number())
                .int32(rule.inverted() ? INVERT : 0)
                .attribute32(FRA_PRIORITY, (int) rule.priority())
                .attribute8(FRA_PROTOCOL, rule.protocol());
        prefix(FRA_SRC, source, message);
        prefix(FRA_DST, destination, message);
        selector(selector, message);
        transport(selector.transport(), message);
        action(rule.action(), message);
    }

    private static void prefix(int type, @Nullable Prefix prefix, NetlinkWriter message) {
        if (prefix != null && prefix.length() > 0) {
            message.attribute(type, prefix.address());
        }
    }

    private static void selector(RuleSelector selector, NetlinkWriter message) {
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

    private static void action(RuleAction action, NetlinkWriter message) {
        if (action.table() != 0) {
            message.attribute32(FRA_TABLE, action.table());
        }
        if (action.kind() == RuleAction.Kind.GOTO) {
            message.attribute32(FRA_GOTO, (int) action.target());
        }
        if (action.realms() != 0) {
            message.attribute32(FRA_FLOW, action.realms());
        }
        if (action.suppressPrefixLength() >= 0) {
            message.attribute32(FRA_SUPPRESS_PREFIXLEN, action.suppressPrefixLength());
        }
        if (action.suppressGroup() >= 0) {
            message.attribute32(FRA_SUPPRESS_IFGROUP, action.suppressGroup());
        }
        if (action.virtualRouting()) {
            message.attribute8(FRA_L3MDEV, 1);
        }
    }

    /** Empty for other families than IP. */
    static Optional<Rule> decode(NetlinkReader message) {
        int family = message.int8();
        int destinationLength = message.int8();
        int sourceLength = message.int8();
        int typeOfService = message.int8();
        int table = message.int8();
        int action = message.skip(2).int8();
        int flags = message.int32();
        if (family != AF_INET && family != AF_INET6) {
            return Optional.empty();
        }
        Decoder decoder = new Decoder(table);
        NetlinkAttributes attributes = message.attributes();
        while (attributes.next()) {
            decoder.read(attributes);
            decoder.readAction(attributes);
        }
        return Optional.of(new Rule(
                family == AF_INET6,
                decoder.priority,
                (flags & INVERT) != 0,
                decoder.selector(sourceLength, destinationLength, typeOfService),
                decoder.action(RuleAction.Kind.of(action)),
                decoder.protocol));
    }

    /** Collects attributes. */
    private static final class Decoder {

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
        private int table;
        private long target;
        private int realms;
        private int suppressPrefixLength = -1;
        private int suppressGroup = -1;
        private boolean virtualRouting;
        private long priority;
        private int protocol;

        Decoder(int table) {
            this.table = table;
        }

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

        void readAction(NetlinkAttributes attributes) {
            switch (attributes.type()) {
                case FRA_TABLE -> table = attributes.int32();
                case FRA_GOTO -> target = Integer.toUnsignedLong(attributes.int32());
                case FRA_PRIORITY -> priority = Integer.toUnsignedLong(attributes.int32());
                case FRA_FLOW -> realms = attributes.int32();
                case FRA_SUPPRESS_PREFIXLEN -> suppressPrefixLength = attributes.int32();
                case FRA_SUPPRESS_IFGROUP -> suppressGroup = attributes.int32();
                case FRA_L3MDEV -> virtualRouting = attributes.int8() != 0;
                case FRA_PROTOCOL -> protocol = attributes.int8();
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

        RuleAction action(RuleAction.Kind kind) {
            return new RuleAction(kind, table, target, realms, suppressPrefixLength, suppressGroup, virtualRouting);
        }

        private static Range users(NetlinkAttributes attributes) {
            ByteBuffer range =
                    ByteBuffer.wrap(attributes.bytes(0, 2 * Integer.BYTES)).order(ByteOrder.nativeOrder());
            return new Range(Integer.toUnsignedLong(range.getInt()), Integer.toUnsignedLong(range.getInt()));
        }

        private static Range ports(NetlinkAttributes attributes) {
            ByteBuffer range =
                    ByteBuffer.wrap(attributes.bytes(0, 2 * Short.BYTES)).order(ByteOrder.nativeOrder());
            return new Range(Short.toUnsignedLong(range.getShort()), Short.toUnsignedLong(range.getShort()));
        }
    }
}
