package dev.pollux.director.doctor;

import dev.pollux.grammar.model.Forwarding;
import dev.pollux.grammar.model.RealServer;
import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.grammar.model.VirtualServer;
import dev.pollux.linux.route.Link;
import java.net.Inet6Address;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether what comes in at the director fits into the tunnels that it leaves by. */
final class TunnelPathCheck implements Check {

    @Override
    public List<Finding> examine(Case patient) {
        Set<Finding> findings = new LinkedHashSet<>();
        if (patient.roles().director()) {
            for (VirtualServer service : patient.configuration().virtualServers()) {
                for (RealServer server : service.realServers()) {
                    entrance(service, patient)
                            .flatMap(in -> finding(in, server, patient))
                            .ifPresent(findings::add);
                }
            }
        }
        return List.copyOf(findings);
    }

    private static Optional<Link> entrance(VirtualServer service, Case patient) {
        return service.services().stream()
                .filter(ServiceKey.ByAddress.class::isInstance)
                .map(key -> ((ServiceKey.ByAddress) key).address())
                .findFirst()
                .flatMap(patient::interfaceOf)
                .flatMap(patient.network()::link);
    }

    private static Optional<Finding> finding(Link in, RealServer server, Case patient) {
        Optional<Link> out = patient.network().linkTowards(server.key().address());
        if (out.isEmpty() || !(server.forwarding() instanceof Forwarding.Tunnel tunnel)) {
            return Optional.empty();
        }
        boolean ipv6 = server.key().address() instanceof Inet6Address;
        int fitting = out.get().mtu() - TunnelOverhead.of(tunnel.encapsulation(), ipv6);
        int segment = fitting - TunnelOverhead.ipHeader(ipv6) - TunnelOverhead.TCP_HEADER;
        return in.mtu() <= fitting
                ? Optional.empty()
                : Optional.of(Finding.of(
                        FindingKind.TUNNEL_MTU,
                        "packets of up to " + in.mtu() + " bytes come in by " + in.name() + "; " + fitting
                                + " fit into the tunnels that leave by "
                                + out.get().name(),
                        "# on the real servers:",
                        (ipv6 ? "ip -6" : "ip") + " route change default via ROUTER dev INTERFACE advmss " + segment));
    }
}
