package dev.pollux.director.doctor;

import dev.pollux.director.cli.RealServerMode;
import dev.pollux.grammar.model.AddressText;
import dev.pollux.grammar.model.VirtualAddress;
import dev.pollux.linux.route.NextHop;
import dev.pollux.linux.route.Route;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether a real server's answers find their way: straight to the client, or back to the director. */
final class ServerRouteCheck implements Check {

    @Override
    public List<Finding> examine(Case patient) {
        Set<Finding> findings = new LinkedHashSet<>();
        for (ServerRole server : patient.roles().servers()) {
            boolean bypasses = server.needs().mode().holdsAddress();
            boolean toAnywhere = server.needs().mode() == RealServerMode.NAT
                    && server.needs().gateway() == null;
            families(server).forEach(ipv6 -> {
                if (bypasses || toAnywhere) {
                    noRoute(ipv6, patient).ifPresent(findings::add);
                }
                if (bypasses) {
                    throughDirector(ipv6, patient).ifPresent(findings::add);
                }
            });
            server.needs().localAddresses().stream()
                    .filter(local -> server.needs().gateway() == null)
                    .filter(local -> patient.network().routeTo(local).isEmpty())
                    .map(ServerRouteCheck::noLocalRoute)
                    .forEach(findings::add);
        }
        return List.copyOf(findings);
    }

    private static Set<Boolean> families(ServerRole server) {
        InetAddress own = server.own();
        return server.needs().virtualAddresses().isEmpty()
                ? Set.of(own instanceof Inet6Address)
                : server.needs().virtualAddresses().stream()
                        .map(Inet6Address.class::isInstance)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Optional<Finding> noRoute(boolean ipv6, Case patient) {
        return patient.network().defaultRoutes(ipv6).isEmpty()
                ? Optional.of(Finding.of(
                        FindingKind.DEFAULT_ROUTE,
                        "there is no default route" + (ipv6 ? " for IPv6" : ""),
                        ip(ipv6) + " route add default via ROUTER"))
                : Optional.empty();
    }

    private static Optional<Finding> throughDirector(boolean ipv6, Case patient) {
        Set<InetAddress> ofDirectors =
                patient.virtualAddresses().map(VirtualAddress::address).collect(Collectors.toSet());
        return patient.network().defaultRoutes(ipv6).stream()
                .limit(1)
                .map(Route::nextHops)
                .flatMap(List::stream)
                .map(NextHop::gateway)
                .filter(ofDirectors::contains)
                .findFirst()
                .map(gateway -> Finding.of(
                        FindingKind.ROUTE_THROUGH_DIRECTOR,
                        "the default route leads to the director, " + AddressText.of(gateway),
                        ip(ipv6) + " route replace default via ROUTER"));
    }

    private static Finding noLocalRoute(InetAddress local) {
        String text = AddressText.of(local);
        return Finding.of(
                FindingKind.LOCAL_ROUTE,
                "no route leads to the local address " + text,
                "pollux realserver fullnat --local-address " + text + " --via DIRECTOR --apply");
    }

    private static String ip(boolean ipv6) {
        return ipv6 ? "ip -6" : "ip";
    }
}
