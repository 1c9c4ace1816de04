package dev.pollux.director.doctor;

import dev.pollux.director.cli.RealServerMode;
import dev.pollux.grammar.model.AddressText;
import dev.pollux.grammar.model.Forwarding.Encapsulation;
import dev.pollux.linux.route.Link;
import dev.pollux.linux.route.NextHop;
import dev.pollux.linux.route.Route;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a real server asks its clients for packets that do not fit into the tunnel. The size that TCP asks for comes from
 * the route that answers take; a limit there costs nothing.
 */
final class TunnelSizeCheck implements Check {

    /** {@code RTAX_MTU} and {@code RTAX_ADVMSS} of linux/rtnetlink.h. */
    private static final int MTU = 2;

    private static final int ADVERTISED_SEGMENT = 8;

    @Override
    public List<Finding> examine(Case patient) {
        Set<Finding> findings = new LinkedHashSet<>();
        for (ServerRole server : patient.roles().servers()) {
            if (server.needs().mode() == RealServerMode.TUN) {
                for (InetAddress address : server.needs().virtualAddresses()) {
                    finding(
                                    address instanceof Inet6Address,
                                    server.needs().tunnel().encapsulation(),
                                    patient)
                            .ifPresent(findings::add);
                }
            }
        }
        return List.copyOf(findings);
    }

    private static Optional<Finding> finding(boolean ipv6, Encapsulation encapsulation, Case patient) {
        List<Route> routes = patient.network().defaultRoutes(ipv6);
        Optional<Link> out = routes.stream().findFirst().flatMap(patient.network()::linkOf);
        if (out.isEmpty()) {
            return Optional.empty();
        }
        int header = TunnelOverhead.ipHeader(ipv6);
        int fitting = out.get().mtu() - TunnelOverhead.of(encapsulation, ipv6);
        long asked = asked(routes.get(0), out.get(), header);
        return asked <= fitting
                ? Optional.empty()
                : Optional.of(Finding.of(
                        FindingKind.TUNNEL_MTU,
                        "clients are asked for packets of " + asked + " bytes; " + fitting + " fit into the tunnel",
                        limit(routes.get(0), out.get(), fitting - header - TunnelOverhead.TCP_HEADER)));
    }

    private static long asked(Route route, Link out, int header) {
        Map<Integer, Long> metrics = route.options().metrics().values();
        long byRoute = metrics.getOrDefault(MTU, (long) out.mtu());
        Long segment = metrics.get(ADVERTISED_SEGMENT);
        return segment == null ? byRoute : Math.min(byRoute, segment + header + TunnelOverhead.TCP_HEADER);
    }

    private static String limit(Route route, Link out, long segment) {
        boolean ipv6 = route.key().destination().isIpv6();
        String gateway = route.nextHops().stream()
                .findFirst()
                .map(NextHop::gateway)
                .map(hop -> " via " + AddressText.of(hop))
                .orElse("");
        String metric =
                route.key().metric() == 0 ? "" : " metric " + route.key().metric();
        return (ipv6 ? "ip -6" : "ip") + " route change default" + gateway + " dev " + out.name() + metric + " advmss "
                + segment;
    }
}
