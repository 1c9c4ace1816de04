package dev.pollux.vrrp.address;

import dev.pollux.grammar.model.IpPrefix;
import dev.pollux.grammar.model.RouteAttributes;
import dev.pollux.grammar.model.RouteEncapsulation;
import dev.pollux.grammar.model.RouteHop;
import dev.pollux.grammar.model.RouteMetric;
import dev.pollux.grammar.model.VirtualAddress;
import dev.pollux.grammar.model.VirtualRoute;
import dev.pollux.grammar.model.VirtualRule;
import dev.pollux.linux.route.Encapsulation;
import dev.pollux.linux.route.NextHop;
import dev.pollux.linux.route.Prefix;
import dev.pollux.linux.route.Route;
import dev.pollux.linux.route.RouteKey;
import dev.pollux.linux.route.RouteMetrics;
import dev.pollux.linux.route.RouteOptions;
import dev.pollux.linux.route.RouteType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * From what the configuration names to what the kernel is told.
 *
 * @param interfaces the index of an interface, 0 where there is none of that name
 */
public record Binding(ToIntFunction<String> interfaces) {

    /** Empty while its interface does not exist. */
    public Optional<BoundEntry> address(VirtualAddress address) {
        int index = interfaces.applyAsInt(address.interfaceName());
        return index == 0 ? Optional.empty() : Optional.of(new BoundAddress(address, index));
    }

    /** Empty while an interface of it does not exist. */
    public Optional<BoundEntry> route(VirtualRoute route) {
        List<NextHop> hops = new ArrayList<>();
        for (RouteHop hop : route.hops()) {
            String name = hop.interfaceName();
            int index = name == null ? 0 : interfaces.applyAsInt(name);
            if (name != null && index == 0) {
                return Optional.empty();
            }
            hops.add(new NextHop(
                    hop.gateway(),
                    index,
                    hop.weight(),
                    hop.onLink(),
                    hop.realms(),
                    encapsulation(hop.encapsulation())));
        }
        RouteKey key = new RouteKey(prefix(route.destination()), route.typeOfService(), route.table(), route.metric());
        Prefix source = route.source() == null ? null : prefix(route.source());
        RouteType type = RouteType.valueOf(route.kind().name());
        return Optional.of(new BoundRoute(route, new Route(key, type, hops, source, options(route.attributes()))));
    }

    /** Rules name their interfaces, which need not exist. */
    public BoundEntry rule(VirtualRule rule) {
        return new BoundRule(rule, RuleBinding.of(rule));
    }

    static Prefix prefix(IpPrefix prefix) {
        return new Prefix(prefix.address(), prefix.length());
    }

    private static RouteOptions options(RouteAttributes attributes) {
        Map<Integer, Long> metrics = new HashMap<>();
        attributes.metrics().forEach((metric, value) -> metrics.put(metric.number(), value));
        long locked = 0;
        for (RouteMetric metric : attributes.locked()) {
            locked |= 1L << metric.number();
        }
        String congestion = attributes.congestionControl();
        return new RouteOptions(
                attributes.protocol(),
                attributes.scope(),
                attributes.preferredSource(),
                new RouteMetrics(metrics, locked, congestion == null ? "" : congestion),
                attributes.preference(),
                attributes.expires(),
                attributes.propagateTimeToLive(),
                attributes.append());
    }

    private static @Nullable Encapsulation encapsulation(@Nullable RouteEncapsulation encapsulation) {
        if (encapsulation instanceof RouteEncapsulation.Mpls mpls) {
            return new Encapsulation.Mpls(mpls.labels(), 0);
        }
        if (encapsulation instanceof RouteEncapsulation.Ila ila) {
            return new Encapsulation.Ila(ila.locator());
        }
        if (encapsulation instanceof RouteEncapsulation.Ip ip) {
            return new Encapsulation.Ip(
                    ip.ipv6(), ip.id(), ip.destination(), ip.source(), ip.hopLimit(), ip.trafficClass(), ip.flags());
        }
        return null;
    }
}
