package dev.pollux.director.doctor;

import dev.pollux.grammar.model.Forwarding.Encapsulation;
import java.util.Map;

/** By how much packets grow in a tunnel, and how much of them TCP may fill. Bytes. */
final class TunnelOverhead {

    static final int TCP_HEADER = 20;

    private static final int IPV4_HEADER = 20;
    private static final int IPV6_HEADER = 40;
    /** Behind the outer IP header: nothing, UDP and GUE, or GRE. */
    private static final Map<Encapsulation, Integer> INNER =
            Map.of(Encapsulation.IPIP, 0, Encapsulation.GUE, 12, Encapsulation.GRE, 4);

    private TunnelOverhead() {}

    /** An IP header without options. */
    static int ipHeader(boolean ipv6) {
        return ipv6 ? IPV6_HEADER : IPV4_HEADER;
    }

    /** Of a tunnel whose ends have addresses of this family. */
    static int of(Encapsulation encapsulation, boolean ipv6) {
        return ipHeader(ipv6) + INNER.getOrDefault(encapsulation, 0);
    }
}
