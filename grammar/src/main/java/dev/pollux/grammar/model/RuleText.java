package dev.pollux.grammar.model;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A rule as {@code ip rule} and keepalived both read it, but for the family, which {@code ip} wants to know by an option. */
public final class RuleText {

    private RuleText() {}

    /** All of it, with {@code inet6} where nothing else tells the family. */
    public static String of(VirtualRule rule) {
        boolean telling = rule.selector().source() != null || rule.selector().destination() != null;
        String family = rule.family() == AddressFamily.IPV6 && !telling ? "inet6 " : "";
        String protocol = rule.protocol() == RouteAttributes.KEEPALIVED ? "" : " protocol " + rule.protocol();
        return family + removal(rule) + protocol;
    }

    /** As much of it as {@code ip rule del} needs to find it. */
    public static String removal(VirtualRule rule) {
        StringBuilder text = new StringBuilder(rule.inverted() ? "not " : "");
        selector(rule.selector(), text);
        text.append("priority ").append(rule.priority());
        action(rule.action(), text);
        return text.toString();
    }

    private static void selector(RuleSelector selector, StringBuilder text) {
        word("from", selector.source(), text);
        word("to", selector.destination(), text);
        word("tos", selector.typeOfService() == 0 ? null : selector.typeOfService(), text);
        if (selector.markMask() != 0) {
            word("fwmark", selector.mark() + "/" + selector.markMask(), text);
        }
        word("iif", selector.incoming().isEmpty() ? null : selector.incoming(), text);
        word("oif", selector.outgoing().isEmpty() ? null : selector.outgoing(), text);
        word("uidrange", selector.users(), text);
        word("ipproto", selector.protocol() == 0 ? null : selector.protocol(), text);
        word("sport", selector.sourcePorts(), text);
        word("dport", selector.destinationPorts(), text);
        word("tunnel-id", selector.tunnelId() == 0 ? null : selector.tunnelId(), text);
    }

    private static void word(String keyword, @Nullable Object value, StringBuilder text) {
        if (value != null) {
            text.append(keyword).append(' ').append(value).append(' ');
        }
    }

    private static void action(RuleAction action, StringBuilder text) {
        switch (action.kind()) {
            case TABLE -> text.append(" table ").append(action.table());
            case GOTO -> text.append(" goto ").append(action.target());
            default -> text.append(' ').append(action.kind().name().toLowerCase(Locale.ROOT));
        }
        if (action.suppressPrefixLength() >= 0) {
            text.append(" suppress_prefixlength ").append(action.suppressPrefixLength());
        }
        if (action.suppressGroup() >= 0) {
            text.append(" suppress_ifgroup ").append(action.suppressGroup());
        }
        if (action.realms() != 0) {
            text.append(" realms ").append(action.realms() >>> 16).append('/').append(action.realms() & 0xffff);
        }
    }
}
