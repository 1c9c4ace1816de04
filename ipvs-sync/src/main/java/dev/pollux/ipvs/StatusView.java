package dev.pollux.ipvs;

import dev.pollux.grammar.model.RealServer;
import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.grammar.model.VirtualServer;
import dev.pollux.ipvs.kernel.DestinationLoad;
import dev.pollux.ipvs.kernel.ServiceLoad;
import dev.pollux.ipvs.kernel.TableReadout;
import dev.pollux.ipvs.kernel.TrafficStatistics;
import dev.pollux.ipvs.policy.DesiredDestinations;
import dev.pollux.ipvs.policy.OccurrenceLines;
import dev.pollux.ipvs.policy.RealServerState;
import dev.pollux.ipvs.reconcile.ReconcileStatus;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Joins what is known of virtual servers with what the kernel last said of their load. Pure. */
final class StatusView {

    private final Map<ServiceKey, ServiceLoad> loads;

    private final DesiredServices services;

    StatusView(Optional<TableReadout> readout, DesiredServices services) {
        this.loads = readout.map(TableReadout::loads).orElse(Map.of());
        this.services = services;
    }

    IpvsStatus of(Collection<ManagedVirtualServer> servers, ReconcileStatus table) {
        return new IpvsStatus(table, servers.stream().map(this::virtualServer).toList());
    }

    private VirtualServerStatus virtualServer(ManagedVirtualServer managed) {
        VirtualServer server = managed.server();
        return new VirtualServerStatus(
                server,
                managed.state().quorumUp(),
                managed.state().aliveWeight(server),
                managed.state().sorryServerServes(server),
                managed.quorum(),
                services.of(server).stream()
                        .map(loads::get)
                        .filter(Objects::nonNull)
                        .map(ServiceLoad::traffic)
                        .reduce(TrafficStatistics.NONE, TrafficStatistics::plus),
                server.realServers().stream()
                        .map(realServer -> realServer(managed, realServer))
                        .toList());
    }

    private RealServerStatus realServer(ManagedVirtualServer managed, RealServer realServer) {
        RealServerState state = managed.state().of(realServer);
        return new RealServerStatus(
                realServer,
                new OccurrenceLines(managed.server()).name(realServer.key()),
                state.alive(),
                state.weight(realServer),
                state.failedCheckers().size(),
                Objects.requireNonNull(managed.realServers().get(realServer.key())),
                load(managed.server(), realServer));
    }

    private DestinationLoad load(VirtualServer server, RealServer realServer) {
        DestinationLoad sum = DestinationLoad.NONE;
        for (ServiceKey service : services.of(server)) {
            ServiceLoad load = loads.get(service);
            DestinationLoad part = load == null
                    ? null
                    : load.destinations()
                            .get(DesiredDestinations.key(service, realServer.key(), realServer.forwarding()));
            sum = part == null ? sum : sum.plus(part);
        }
        return sum;
    }
}
