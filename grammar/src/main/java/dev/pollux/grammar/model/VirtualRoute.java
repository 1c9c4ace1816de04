package dev.pollux.grammar.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of {@code virtual_routes} or {@code static_routes}: a route as ip-route(8) has them.
 *
 * @param source {@code from}, IPv6 only; null: all
 * @param metric 0: the kernel's default
 * @param hops none where the route leads nowhere
 * @param tracked the master minds when somebody removes it
 */
public record VirtualRoute(
        Kind kind,
        IpPrefix destination,
        @Nullable IpPrefix source,
        int typeOfService,
        int table,
        long metric,
        List<RouteHop> hops,
        RouteAttributes attributes,
        boolean tracked) {

    public static final int MAIN_TABLE = 254;

    public VirtualRoute {
        hops = List.copyOf(hops);
    }

    /** What becomes of the packets ({@code RTN_} in linux/rtnetlink.h). */
    public enum Kind {
        UNICAST,
        LOCAL,
        BROADCAST,
        ANYCAST,
        MULTICAST,
        BLACKHOLE,
        UNREACHABLE,
        PROHIBIT,
        THROW,
        NAT,
        XRESOLVE
    }

    /** As {@link RouteText} writes it. */
    @Override
    public String toString() {
        return RouteText.of(this);
    }
}
