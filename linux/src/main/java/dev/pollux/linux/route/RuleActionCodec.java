package dev.pollux.linux.route;

import dev.pollux.linux.netlink.NetlinkAttributes;
import dev.pollux.linux.netlink.NetlinkWriter;

/** The attributes of a rule that say what is done with its packets. Collects them when a rule is read. */
final class RuleActionCodec {

    private static final int FRA_GOTO = 4;
    private static final int FRA_FLOW = 11;
    private static final int FRA_SUPPRESS_IFGROUP = 13;
    private static final int FRA_SUPPRESS_PREFIXLEN = 14;
    private static final int FRA_TABLE = 15;
    private static final int FRA_L3MDEV = 19;

    private int table;
    private long target;
    private int realms;
    private int suppressPrefixLength = -1;
    private int suppressGroup = -1;
    private boolean virtualRouting;

    /** The header has the table's low 8 bits, for tables without an attribute. */
    RuleActionCodec(int table) {
        this.table = table;
    }

    static void encode(RuleAction action, NetlinkWriter message) {
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

    /** Passes over the attributes of a selector. */
    void read(NetlinkAttributes attributes) {
        switch (attributes.type()) {
            case FRA_TABLE -> table = attributes.int32();
            case FRA_GOTO -> target = Integer.toUnsignedLong(attributes.int32());
            case FRA_FLOW -> realms = attributes.int32();
            case FRA_SUPPRESS_PREFIXLEN -> suppressPrefixLength = attributes.int32();
            case FRA_SUPPRESS_IFGROUP -> suppressGroup = attributes.int32();
            case FRA_L3MDEV -> virtualRouting = attributes.int8() != 0;
            default -> {}
        }
    }

    RuleAction action(RuleAction.Kind kind) {
        return new RuleAction(kind, table, target, realms, suppressPrefixLength, suppressGroup, virtualRouting);
    }
}
