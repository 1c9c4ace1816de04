package dev.pollux.director.realserver;

import dev.pollux.director.host.HostFacts;
import dev.pollux.linux.route.Route;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/** The way back to the clients leads through the director, which has to rewrite the answers. */
public record DefaultRoute(InetAddress gateway) implements Step {

    private static final String DEFAULT = "default";

    /** What {@code ip route replace} without a metric replaces. */
    private static final long IPV6_METRIC = 1024;

    @Override
    public String command() {
        return RouteWords.replace(DEFAULT, gateway);
    }

    @Override
    public boolean taken(HostFacts facts) {
        return routes(facts).stream()
                .findFirst()
                .filter(route -> RouteWords.leadsBy(route, gateway))
                .isPresent();
    }

    @Override
    public String undo(HostFacts before) {
        long replaced = gateway instanceof Inet6Address ? IPV6_METRIC : 0;
        Optional<Route> former = routes(before).stream()
                .filter(route -> route.key().metric() == replaced)
                .findFirst();
        return former.map(route -> RouteWords.restore(DEFAULT, route, before.network()))
                .orElseGet(this::reverse);
    }

    @Override
    public String reverse() {
        return RouteWords.delete(DEFAULT, gateway);
    }

    private List<Route> routes(HostFacts facts) {
        return facts.network().defaultRoutes(gateway instanceof Inet6Address);
    }
}
