package dev.pollux.linux.route;

import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How packets of a route are wrapped ({@code encap} of ip-route(8), linux/lwtunnel.h). */
public sealed interface Encapsulation {

    /**
     * Behind MPLS labels (RFC 3032).
     *
     * @param labels outermost first, 20 bits each
     * @param timeToLive 0: that of the packet
     */
    record Mpls(List<Integer> labels, int timeToLive) implements Encapsulation {
        public Mpls {
            labels = List.copyOf(labels);
        }
    }

    /**
     * In IPv4 or IPv6, for a tunnel interface without addresses of its own.
     *
     * @param ipv6 the kind, whatever addresses are given
     * @param id tunnel id, 64 bits
     * @param hopLimit time to live, 0: the interface's
     * @param trafficClass type of service
     * @param flags {@code TUNNEL_} flags of the kernel
     */
    record Ip(
            boolean ipv6,
            long id,
            @Nullable InetAddress destination,
            @Nullable InetAddress source,
            int hopLimit,
            int trafficClass,
            int flags)
            implements Encapsulation {}

    /** Identifier-locator addressing: the upper 64 bits of the destination are replaced. */
    record Ila(long locator) implements Encapsulation {}
}
