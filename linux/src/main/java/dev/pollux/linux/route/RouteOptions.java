package dev.pollux.linux.route;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * What a route may say besides where it leads.
 *
 * @param protocol {@code RTPROT_}, who made it
 * @param scope see {@link AddressScope}
 * @param preferredSource address to send from; null: the kernel chooses
 * @param preference IPv6 router preference, {@code ICMPV6_ROUTER_PREF_}: 0 medium, 1 high, 3 low; null: not said
 * @param expires IPv6 only, seconds; 0: never
 * @param propagateTimeToLive MPLS: 1 yes, 0 no; null: not said
 * @param append behind routes that are equal but for the next hop, else in front of them
 */
public record RouteOptions(
        int protocol,
        int scope,
        @Nullable InetAddress preferredSource,
        RouteMetrics metrics,
        @Nullable Integer preference,
        long expires,
        @Nullable Integer propagateTimeToLive,
        boolean append) {

    /** {@code RTPROT_KEEPALIVED}. */
    public static final int PROTOCOL_KEEPALIVED = 18;

    public static final RouteOptions DEFAULT =
            new RouteOptions(PROTOCOL_KEEPALIVED, AddressScope.GLOBAL, null, RouteMetrics.NONE, null, 0, null, false);
}
