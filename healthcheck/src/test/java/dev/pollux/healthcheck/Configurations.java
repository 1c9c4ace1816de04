package dev.pollux.healthcheck;

import dev.pollux.grammar.model.Checker;
import dev.pollux.grammar.model.Configuration;
import dev.pollux.grammar.model.Forwarding;
import dev.pollux.grammar.model.GlobalSettings;
import dev.pollux.grammar.model.QuorumAlerts;
import dev.pollux.grammar.model.QuorumSettings;
import dev.pollux.grammar.model.RealServer;
import dev.pollux.grammar.model.RealServerKey;
import dev.pollux.grammar.model.ServerAlerts;
import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.grammar.model.ServiceSettings;
import dev.pollux.grammar.model.Trackers;
import dev.pollux.grammar.model.TransportProtocol;
import dev.pollux.grammar.model.VirtualServer;
import dev.pollux.grammar.model.VirtualServerKey;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Configurations with one virtual server, for tests. */
final class Configurations {

    static final ServiceKey WEB = new ServiceKey.ByAddress(TransportProtocol.TCP, address("192.0.2.1"), 80);

    private Configurations() {}

    static Configuration of(RealServer... servers) {
        return of(WEB, Arrays.asList(servers));
    }

    static Configuration of(ServiceKey service, List<RealServer> servers) {
        VirtualServer web = new VirtualServer(
                new VirtualServerKey.Single(service),
                List.of(service),
                new ServiceSettings("wlc", Set.of(), null),
                new QuorumSettings(1, 0, false, false),
                QuorumAlerts.none(),
                false,
                servers,
                null);
        return new Configuration(GlobalSettings.defaults(), List.of(), List.of(), List.of(web), Trackers.none());
    }

    /** A server known by its port, on 192.0.2.2. */
    static RealServer server(int port, Checker... checkers) {
        RealServerKey key = new RealServerKey(address("192.0.2.2"), port);
        return new RealServer(key, 1, new Forwarding.Nat(), false, 0, 0, ServerAlerts.none(), List.of(checkers));
    }

    static CheckerKey key(int port, int index) {
        return new CheckerKey(new VirtualServerKey.Single(WEB), server(port).key(), index);
    }

    static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
