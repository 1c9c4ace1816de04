package dev.pollux.linux.route;

import dev.pollux.linux.netlink.NetlinkAttributes;
import dev.pollux.linux.netlink.NetlinkFlags;
import dev.pollux.linux.netlink.NetlinkReader;
import dev.pollux.linux.netlink.NetlinkRequest;
import dev.pollux.linux.netlink.NetlinkWriter;
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

    private static final int FRA_PRIORITY = 6;
    private static final int FRA_PROTOCOL = 21;

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
        int table = rule.action().table();
        message.int8(rule.ipv6() ? AF_INET6 : AF_INET)
                .int8(length(selector.destination()))
                .int8(length(selector.source()))
                .int8(selector.typeOfService())
                .int8(table < 256 ? table : 0)
                .zeros(2)
                .int8(rule.action().kind().number())
                .int32(rule.inverted() ? INVERT : 0)
                .attribute32(FRA_PRIORITY, (int) rule.priority())
                .attribute8(FRA_PROTOCOL, rule.protocol());
        RuleSelectorCodec.encode(selector, message);
        RuleActionCodec.encode(rule.action(), message);
    }

    private static int length(@Nullable Prefix prefix) {
        return prefix == null ? 0 : prefix.length();
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
        RuleSelectorCodec selector = new RuleSelectorCodec();
        RuleActionCodec decision = new RuleActionCodec(table);
        long priority = 0;
        int protocol = 0;
        NetlinkAttributes attributes = message.attributes();
        while (attributes.next()) {
            switch (attributes.type()) {
                case FRA_PRIORITY -> priority = Integer.toUnsignedLong(attributes.int32());
                case FRA_PROTOCOL -> protocol = attributes.int8();
                default -> {
                    selector.read(attributes);
                    decision.read(attributes);
                }
            }
        }
        return Optional.of(new Rule(
                family == AF_INET6,
                priority,
                (flags & INVERT) != 0,
                selector.selector(sourceLength, destinationLength, typeOfService),
                decision.action(RuleAction.Kind.of(action)),
                protocol));
    }
}
