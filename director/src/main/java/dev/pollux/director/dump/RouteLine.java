package dev.pollux.director.dump;

import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.AddressText;
import dev.pollux.grammar.model.RouteAttributes;
import dev.pollux.grammar.model.RouteHop;
import dev.pollux.grammar.model.RouteMetric;
import dev.pollux.grammar.model.RouteText;
import dev.pollux.grammar.model.VirtualRoute;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A virtual route in the form of keepalived's dumps. */
final class RouteLine {

    /** Those that stand before the others, in their order. */
    private static final List<RouteMetric> FIRST = List.of(
            RouteMetric.CONGCTL, RouteMetric.RTT, RouteMetric.RTTVAR, RouteMetric.RTO_MIN, RouteMetric.FEATURES);

    private static final int RTT_UNITS = 8;
    private static final int RTTVAR_UNITS = 4;

    private final VirtualRoute route;
    private final StringBuilder line = new StringBuilder();

    private RouteLine(VirtualRoute route) {
        this.route = route;
    }

    static String of(VirtualRoute route) {
        RouteLine line = new RouteLine(route);
        line.head();
        line.attributes();
        line.metrics();
        line.tail();
        return line.line.toString();
    }

    private void head() {
        RouteAttributes attributes = route.attributes();
        if (route.kind() == VirtualRoute.Kind.UNICAST) {
            line.append(attributes.append() ? "append " : "prepend ");
        } else {
            line.append("add ")
                    .append(route.kind().name().toLowerCase(Locale.ROOT))
                    .append(' ');
        }
        line.append(route.destination());
        if (route.source() != null) {
            line.append(" from ").append(route.source());
        }
        if (attributes.preferredSource() != null) {
            line.append(" src ").append(AddressText.of(attributes.preferredSource()));
        }
        line.append(route.typeOfService() == 0 ? "" : " tos " + route.typeOfService());
        if (route.hops().size() == 1) {
            way(route.hops().get(0));
        }
    }

    private void attributes() {
        RouteAttributes attributes = route.attributes();
        line.append(route.table() == VirtualRoute.MAIN_TABLE ? "" : " table " + route.table());
        line.append(" proto ").append(attributes.protocol());
        line.append(attributes.scope() == 0 ? "" : " scope " + attributes.scope());
        line.append(route.metric() == 0 ? "" : " metric " + route.metric());
        if (route.hops().size() == 1) {
            manner(route.hops().get(0));
        }
    }

    private void metrics() {
        Set<RouteMetric> others = EnumSet.allOf(RouteMetric.class);
        List<RouteMetric> order = new ArrayList<>(FIRST);
        FIRST.forEach(others::remove);
        order.addAll(others);
        for (RouteMetric metric : order) {
            String lock = route.attributes().locked().contains(metric) ? " lock " : " ";
            Long value = route.attributes().metrics().get(metric);
            String congestion = route.attributes().congestionControl();
            if (metric == RouteMetric.CONGCTL && congestion != null) {
                line.append(" congctl").append(lock).append(congestion);
            } else if (value != null) {
                line.append(' ').append(metric.keyword()).append(lock).append(text(metric, value));
            }
        }
    }

    private static String text(RouteMetric metric, long value) {
        return switch (metric) {
            case RTT -> value / RTT_UNITS + "ms";
            case RTTVAR -> value / RTTVAR_UNITS + "ms";
            case RTO_MIN -> value + "ms";
            case FEATURES -> "ecn";
            default -> String.valueOf(value);
        };
    }

    private void tail() {
        RouteAttributes attributes = route.attributes();
        Integer preference = attributes.preference();
        line.append(preference == null ? "" : " pref " + RouteText.preference(preference));
        line.append(attributes.expires() == 0 ? "" : " expires " + attributes.expires() + "sec");
        Integer propagate = attributes.propagateTimeToLive();
        line.append(propagate == null ? "" : " ttl-propagate " + (propagate == 1 ? "enabled" : "disabled"));
        if (route.hops().size() > 1) {
            for (RouteHop hop : route.hops()) {
                line.append(" nexthop");
                way(hop);
                line.append(hop.weight() > 1 ? " weight " + hop.weight() : "");
                manner(hop);
            }
        }
        line.append(route.tracked() ? "" : " no_track");
    }

    private void way(RouteHop hop) {
        line.append(RouteText.encapsulation(hop));
        if (hop.gateway() != null) {
            String family = AddressFamily.of(hop.gateway()) == AddressFamily.IPV6 ? "inet6 " : "inet ";
            line.append(" via ").append(family).append(AddressText.of(hop.gateway()));
        }
        line.append(hop.interfaceName() == null ? "" : " dev " + hop.interfaceName());
    }

    private void manner(RouteHop hop) {
        line.append(hop.onLink() ? " onlink" : "");
        line.append(hop.realms() == 0 ? "" : " realms " + (hop.realms() >>> 16) + "/" + (hop.realms() & 0xffff));
    }
}
