package dev.pollux.director.doctor;

import dev.pollux.grammar.model.AddressText;
import dev.pollux.grammar.model.Forwarding;
import dev.pollux.grammar.model.RealServer;
import dev.pollux.linux.route.NextHop;
import dev.pollux.linux.route.Route;
import java.net.InetAddress;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether the director can bring a packet to every real server. */
final class ReachCheck implements Check {

    @Override
    public List<Finding> examine(Case patient) {
        Set<Finding> findings = new LinkedHashSet<>();
        if (patient.roles().director()) {
            patient.configuration().virtualServers().stream()
                    .flatMap(service -> service.realServers().stream())
                    .forEach(server -> finding(server, patient).ifPresent(findings::add));
        }
        return List.copyOf(findings);
    }

    private static Optional<Finding> finding(RealServer server, Case patient) {
        InetAddress address = server.key().address();
        String text = AddressText.of(address);
        if (patient.network().holds(address)) {
            return Optional.empty();
        }
        Optional<Route> route = patient.network().routeTo(address);
        if (route.isEmpty()) {
            return Optional.of(Finding.of(
                    FindingKind.SERVER_UNREACHABLE,
                    "no route leads to the real server " + text,
                    "ip route add " + text
                            + " via ROUTER    # or give this machine an address in the server's subnet"));
        }
        boolean byRouter = route.get().nextHops().stream().map(NextHop::gateway).anyMatch(hop -> hop != null);
        return server.forwarding() instanceof Forwarding.DirectRouting && byRouter
                ? Optional.of(
                        Finding.of(
                                FindingKind.SERVER_BEHIND_ROUTER,
                                "the real server " + text + " is behind a router",
                                "# in the virtual_server: lvs_method TUN, and on the server: pollux realserver tun --vip VIP --apply"))
                : Optional.empty();
    }
}
