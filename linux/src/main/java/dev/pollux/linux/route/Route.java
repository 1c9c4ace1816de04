package dev.pollux.linux.route;

import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A route (ip-route(8), linux/rtnetlink.h).
 *
 * @param type {@code RTN_}: see {@link RouteType}
 * @param nextHops none for a route that leads nowhere
 * @param source IPv6 only: packets from these addresses; null: all
 */
public record Route(
        RouteKey key,
        RouteType type,
        List<NextHop> nextHops,
        @Nullable Prefix source,
        RouteOptions options) implements NetworkEntry {

    public Route {
        nextHops = List.copyOf(nextHops);
    }

    /** A plain route of keepalived's protocol. */
    public static Route to(RouteKey key, NextHop... nextHops) {
        return new Route(key, RouteType.UNICAST, List.of(nextHops), null, RouteOptions.DEFAULT);
    }

    /** Whether the kernel's route is this one; others may have added next hops to it. */
    public boolean isAt(Route there) {
        return key.sameInKernel(there.key)
                && type == there.type
                && nextHops.stream().allMatch(hop -> there.nextHops.stream().anyMatch(other -> leadsTo(hop, other)));
    }

    private static boolean leadsTo(NextHop wanted, NextHop there) {
        InetAddress gateway = wanted.gateway();
        return (gateway == null || gateway.equals(there.gateway()))
                && (wanted.interfaceIndex() == 0 || wanted.interfaceIndex() == there.interfaceIndex());
    }
}
