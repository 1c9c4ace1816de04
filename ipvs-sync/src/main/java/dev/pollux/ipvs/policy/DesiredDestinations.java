package dev.pollux.ipvs.policy;

import dev.pollux.grammar.model.Forwarding;
import dev.pollux.grammar.model.RealServer;
import dev.pollux.grammar.model.RealServerKey;
import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.grammar.model.SorryServer;
import dev.pollux.grammar.model.VirtualServer;
import dev.pollux.ipvs.table.Destination;
import dev.pollux.ipvs.table.DestinationKey;
import dev.pollux.ipvs.table.ForwardingMethod;
import java.util.ArrayList;
import java.util.List;

/**
 * What belongs below a virtual server's services in the kernel's table, for one in a certain state. A real server is in it while it is alive
 * and the sorry server does not serve; with {@code inhibit_on_failure} it stays with weight 0. The sorry server has
 * weight 1 while it serves; with {@code sorry_server_inhibit} it stays with weight 0.
 */
public final class DesiredDestinations {

    private static final int SORRY_SERVER_WEIGHT = 1;

    private DesiredDestinations() {}

    /** The destinations below one of the virtual server's services; of two with one key the first counts. */
    public static List<Destination> of(ServiceKey service, VirtualServer server, VirtualServerState state) {
        List<Destination> destinations = new ArrayList<>();
        SorryServer sorry = server.sorryServer();
        boolean sorryServes = state.sorryServerServes(server);
        if (sorryServes && sorry != null) {
            // First, because it may also be a real server of the same virtual server.
            destinations.add(destination(service, sorry, SORRY_SERVER_WEIGHT));
        }
        for (RealServer realServer : server.realServers()) {
            RealServerState real = state.of(realServer);
            boolean serves = real.alive() && !sorryServes;
            if (serves || realServer.inhibitOnFailure()) {
                destinations.add(destination(service, realServer, serves ? real.weight(realServer) : 0));
            }
        }
        if (!sorryServes && sorry != null && sorry.inhibit()) {
            destinations.add(destination(service, sorry, 0));
        }
        return destinations;
    }

    private static Destination destination(ServiceKey service, SorryServer sorry, int weight) {
        return new Destination(
                key(service, sorry.key(), sorry.forwarding()), ForwardingMethod.of(sorry.forwarding()), weight, 0, 0);
    }

    private static Destination destination(ServiceKey service, RealServer server, int weight) {
        return new Destination(
                key(service, server.key(), server.forwarding()),
                ForwardingMethod.of(server.forwarding()),
                weight,
                server.upperThreshold(),
                server.lowerThreshold());
    }

    /**
     * What the kernel calls a real server below a service. Only NAT can change the port: under DR and TUN it is the
     * service's, and a firewall mark has none.
     */
    public static DestinationKey key(ServiceKey service, RealServerKey server, Forwarding forwarding) {
        if (forwarding instanceof Forwarding.Nat) {
            return new DestinationKey(server.address(), server.port());
        }
        return new DestinationKey(
                server.address(), service instanceof ServiceKey.ByAddress byAddress ? byAddress.port() : 0);
    }
}
