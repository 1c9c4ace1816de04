package dev.pollux.director.doctor;

import dev.pollux.director.host.HostFacts;
import dev.pollux.director.host.NetworkFacts;
import dev.pollux.director.host.Sysctls;
import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.linux.route.Link;
import dev.pollux.linux.route.Route;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether requests of clients come in by an interface that their answers would not leave by, and are dropped for that. */
final class ReversePathCheck implements Check {

    private static final String SETTING = "rp_filter";
    private static final int STRICT = 1;

    @Override
    public List<Finding> examine(Case patient) {
        Set<String> entrances = new LinkedHashSet<>();
        if (patient.roles().director()) {
            patient.configuration().virtualServers().stream()
                    .flatMap(service -> service.services().stream())
                    .forEach(key -> entrance(key, patient).ifPresent(entrances::add));
        }
        for (ServerRole server : patient.roles().servers()) {
            InetAddress own = server.own();
            if (own instanceof Inet4Address
                    && !server.needs().virtualAddresses().isEmpty()) {
                patient.network().linkNextTo(own).ifPresent(link -> entrances.add(link.name()));
            }
        }
        return entrances.stream()
                .filter(name -> drops(name, patient.host()))
                .map(ReversePathCheck::finding)
                .toList();
    }

    private static Optional<String> entrance(ServiceKey key, Case patient) {
        return key instanceof ServiceKey.ByAddress byAddress && byAddress.address() instanceof Inet4Address
                ? patient.interfaceOf(byAddress.address())
                : Optional.empty();
    }

    private static boolean drops(String name, HostFacts host) {
        NetworkFacts network = host.network();
        List<Route> routes = network.defaultRoutes(false);
        return host.sysctls().effective(name, SETTING) == STRICT
                && !routes.isEmpty()
                && network.linkOf(routes.get(0))
                        .map(Link::name)
                        .filter(out -> !out.equals(name))
                        .isPresent();
    }

    private static Finding finding(String name) {
        return Finding.of(
                FindingKind.REVERSE_PATH,
                "requests come in by " + name + ", the default route leads elsewhere, and rp_filter is strict",
                "sysctl -w " + Sysctls.name(Sysctls.ofInterface(name, SETTING)) + "=2");
    }
}
