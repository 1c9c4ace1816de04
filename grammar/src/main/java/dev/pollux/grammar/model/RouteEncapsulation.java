package dev.pollux.grammar.model;

import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a route's packets are wrapped: {@code encap} of ip-route(8). */
public sealed interface RouteEncapsulation {

    /**
     * {@code encap mpls}.
     *
     * @param labels outermost first
     */
    record Mpls(List<Integer> labels) implements RouteEncapsulation {
        public Mpls {
            labels = List.copyOf(labels);
        }
    }

    /**
     * {@code encap ip} and {@code encap ip6}.
     *
     * @param hopLimit time to live; 0: not said
     * @param trafficClass {@code tos} or {@code tc}; 0: not said
     */
    record Ip(
            boolean ipv6,
            long id,
            @Nullable InetAddress destination,
            @Nullable InetAddress source,
            int hopLimit,
            int trafficClass,
            int flags)
            implements RouteEncapsulation {}

    /** {@code encap ila}: 64 bits that replace the upper half of the destination. */
    record Ila(long locator) implements RouteEncapsulation {}
}
