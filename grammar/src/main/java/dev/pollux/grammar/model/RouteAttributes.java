package dev.pollux.grammar.model;

import java.net.InetAddress;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a route says besides where it leads.
 *
 * @param protocol number of {@code /etc/iproute2/rt_protos}; 18 is keepalived
 * @param scope as of addresses
 * @param preferredSource {@code src}; null: the kernel chooses
 * @param metrics numbers in the kernel's units
 * @param locked those of them that path discovery must not change
 * @param congestionControl {@code congctl}; null: the default
 * @param preference {@code pref}: 0 medium, 1 high, 3 low; null: not said
 * @param expires seconds; 0: never
 * @param propagateTimeToLive {@code ttl-propagate}: 1 or 0; null: not said
 * @param append {@code append}: behind routes that are alike
 */
public record RouteAttributes(
        int protocol,
        int scope,
        @Nullable InetAddress preferredSource,
        Map<RouteMetric, Long> metrics,
        Set<RouteMetric> locked,
        @Nullable String congestionControl,
        @Nullable Integer preference,
        long expires,
        @Nullable Integer propagateTimeToLive,
        boolean append) {

    /** What the kernel calls keepalived. */
    public static final int KEEPALIVED = 18;

    public RouteAttributes {
        metrics = Map.copyOf(metrics);
        locked = Set.copyOf(locked);
    }
}
