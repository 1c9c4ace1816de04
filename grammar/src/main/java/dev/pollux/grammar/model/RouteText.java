package dev.pollux.grammar.model;

import java.util.EnumSet;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A route as {@code ip route} and keepalived both read it. */
public final class RouteText {

    private RouteText() {}

    /** All of it. */
    public static String of(VirtualRoute route) {
        StringBuilder text = new StringBuilder(removal(route));
        RouteAttributes attributes = route.attributes();
        if (attributes.protocol() != RouteAttributes.KEEPALIVED) {
            text.append(" protocol ").append(attributes.protocol());
        }
        if (attributes.scope() != 0) {
            text.append(" scope ").append(attributes.scope());
        }
        if (attributes.preferredSource() != null) {
            text.append(" src ").append(AddressText.of(attributes.preferredSource()));
        }
        metrics(attributes, text);
        if (attributes.preference() != null) {
            text.append(" pref ").append(preference(attributes.preference()));
        }
        if (attributes.expires() != 0) {
            text.append(" expires ").append(attributes.expires());
        }
        if (attributes.propagateTimeToLive() != null) {
            text.append(" ttl-propagate ").append(attributes.propagateTimeToLive() == 1 ? "enabled" : "disabled");
        }
        return text.append(attributes.append() ? " append" : "").toString();
    }

    /** As much of it as {@code ip route del} needs to find it. */
    public static String removal(VirtualRoute route) {
        StringBuilder text = new StringBuilder();
        if (route.kind() != VirtualRoute.Kind.UNICAST) {
            text.append(route.kind().name().toLowerCase(Locale.ROOT)).append(' ');
        }
        text.append(route.destination());
        if (route.source() != null) {
            text.append(" from ").append(route.source());
        }
        if (route.typeOfService() != 0) {
            text.append(" tos ").append(route.typeOfService());
        }
        text.append(" table ").append(route.table());
        if (route.metric() != 0) {
            text.append(" metric ").append(route.metric());
        }
        boolean several = route.hops().size() > 1;
        for (RouteHop hop : route.hops()) {
            hop(hop, several, text);
        }
        return text.toString();
    }

    private static void hop(RouteHop hop, boolean several, StringBuilder text) {
        text.append(several ? " nexthop" : "");
        encapsulation(hop.encapsulation(), text);
        if (hop.gateway() != null) {
            String family = AddressFamily.of(hop.gateway()) == AddressFamily.IPV6 ? "inet6 " : "inet ";
            text.append(" via ").append(family).append(AddressText.of(hop.gateway()));
        }
        if (hop.interfaceName() != null) {
            text.append(" dev ").append(hop.interfaceName());
        }
        if (several) {
            text.append(" weight ").append(hop.weight());
        }
        if (hop.realms() != 0) {
            text.append(" realms ").append(hop.realms() >>> 16).append('/').append(hop.realms() & 0xffff);
        }
        text.append(hop.onLink() ? " onlink" : "");
    }

    /** {@code encap} and what belongs to it, behind a blank; empty: none. */
    public static String encapsulation(RouteHop hop) {
        StringBuilder text = new StringBuilder();
        encapsulation(hop.encapsulation(), text);
        return text.toString();
    }

    private static void encapsulation(@Nullable RouteEncapsulation encapsulation, StringBuilder text) {
        if (encapsulation instanceof RouteEncapsulation.Mpls mpls) {
            text.append(" encap mpls ")
                    .append(mpls.labels().stream().map(String::valueOf).collect(Collectors.joining("/")));
        } else if (encapsulation instanceof RouteEncapsulation.Ila ila) {
            text.append(" encap ila ")
                    .append(String.format(
                            Locale.ROOT,
                            "%x:%x:%x:%x",
                            ila.locator() >>> 48,
                            ila.locator() >>> 32 & 0xffff,
                            ila.locator() >>> 16 & 0xffff,
                            ila.locator() & 0xffff));
        } else if (encapsulation instanceof RouteEncapsulation.Ip ip) {
            text.append(ip.ipv6() ? " encap ip6 id " : " encap ip id ").append(Long.toUnsignedString(ip.id()));
            if (ip.destination() != null) {
                text.append(" dst ").append(AddressText.of(ip.destination()));
            }
            if (ip.source() != null) {
                text.append(" src ").append(AddressText.of(ip.source()));
            }
            text.append(ip.hopLimit() == 0 ? "" : (ip.ipv6() ? " hoplimit " : " ttl ") + ip.hopLimit());
            text.append(ip.trafficClass() == 0 ? "" : (ip.ipv6() ? " tc " : " tos ") + ip.trafficClass());
            text.append(ip.flags() == 0 ? "" : " flags " + ip.flags());
        }
    }

    private static void metrics(RouteAttributes attributes, StringBuilder text) {
        for (RouteMetric metric : EnumSet.allOf(RouteMetric.class)) {
            Long value = attributes.metrics().get(metric);
            String lock = attributes.locked().contains(metric) ? " lock " : " ";
            if (metric == RouteMetric.CONGCTL && attributes.congestionControl() != null) {
                text.append(" congctl").append(lock).append(attributes.congestionControl());
            } else if (metric == RouteMetric.FEATURES && value != null) {
                text.append(" features ecn");
            } else if (value != null) {
                text.append(' ').append(metric.keyword()).append(lock).append(value);
            }
        }
    }

    /** {@code pref}. */
    public static String preference(int value) {
        return switch (value) {
            case 1 -> "high";
            case 3 -> "low";
            default -> "medium";
        };
    }
}
