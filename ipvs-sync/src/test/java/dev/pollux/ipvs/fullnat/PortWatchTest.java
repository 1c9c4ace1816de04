package dev.pollux.ipvs.fullnat;

import static dev.pollux.ipvs.fixture.VirtualServers.address;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.grammar.model.LocalAddress;
import dev.pollux.grammar.model.RealServer;
import dev.pollux.ipvs.History;
import dev.pollux.ipvs.IpvsStatus;
import dev.pollux.ipvs.RealServerStatus;
import dev.pollux.ipvs.VirtualServerStatus;
import dev.pollux.ipvs.fixture.LogLines;
import dev.pollux.ipvs.fixture.VirtualServers;
import dev.pollux.ipvs.kernel.DestinationLoad;
import dev.pollux.ipvs.kernel.TrafficStatistics;
import dev.pollux.ipvs.reconcile.ReconcileStatus;
import dev.pollux.linux.conntrack.TranslatedConnection;
import dev.pollux.linux.testing.VirtualLoop;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PortWatchTest {

    private static final long PERIOD = 10_000_000_000L;
    private static final InetAddress LOCAL = address("10.1.0.50");
    private static final InetAddress OTHER = address("10.1.0.51");
    private static final TranslatedConnection ONE =
            new TranslatedConnection(6, address("192.0.2.10"), 80, address("10.1.0.2"), 8080, LOCAL);

    private final VirtualLoop loop = new VirtualLoop();
    private final Tracking tracking = new Tracking();
    private List<VirtualServerStatus> balanced = List.of();
    private final PortWatch watch = new PortWatch(
            loop.loop(), loop.clock(), () -> new IpvsStatus(ReconcileStatus.initial(), balanced), tracking);

    @Test
    void warnsOnceBeforeThePortsTowardsAServerRunOut() {
        try (LogLines log = new LogLines()) {
            watch.watch(Set.of(LOCAL));
            loop.run();
            count(PortUse.PORTS * 79 / 100);
            assertThat(log.take()).isEmpty();
            count(PortUse.PORTS * 81 / 100);
            count(PortUse.PORTS * 90 / 100);
            assertThat(log.take())
                    .singleElement()
                    .asString()
                    .startsWith("Local address 10.1.0.50 has 52254 connections to 10.1.0.2:8080, of at most 64512");
            assertThat(watch.use().getOrDefault(LOCAL, PortUse.NONE).share()).isBetween(0.89, 0.9);
            count(PortUse.PORTS * 75 / 100);
            assertThat(log.take()).isEmpty();
            count(PortUse.PORTS * 60 / 100);
            assertThat(log.take()).containsExactly("Local address 10.1.0.50 has free ports again");
            count(PortUse.PORTS * 81 / 100);
            assertThat(log.take()).hasSize(1);
        }
    }

    @Test
    void dividesTheConnectionsOfIpvsWhereTrackedOnesCannotBeRead() {
        try (LogLines log = new LogLines()) {
            tracking.readable = false;
            balanced = List.of(balancing(2 * PortUse.PORTS));
            watch.watch(Set.of(LOCAL, OTHER));
            loop.run();
            loop.advance(7 * PERIOD);
            assertThat(watch.use()).containsOnlyKeys(LOCAL, OTHER).allSatisfy((local, use) -> assertThat(use.busiest())
                    .isEqualTo(PortUse.PORTS));
            assertThat(log.take()).hasSize(2).allMatch(line -> line.contains("connections to 10.1.0.2:8080"));
        }
    }

    private static VirtualServerStatus balancing(long connections) {
        RealServer server = VirtualServers.realServer(VirtualServers.key("10.1.0.2", 8080), 1);
        List<LocalAddress> addresses = List.of(new LocalAddress(LOCAL, null), new LocalAddress(OTHER, null));
        History history = new History(0, "", 0);
        DestinationLoad load = new DestinationLoad(connections / 2, connections / 2, 0, TrafficStatistics.NONE);
        return new VirtualServerStatus(
                VirtualServers.from(
                        addresses, VirtualServers.virtualServer(VirtualServers.tcp("192.0.2.10", 80), server)),
                true,
                1,
                false,
                history,
                TrafficStatistics.NONE,
                List.of(new RealServerStatus(server, "", true, 1, 0, history, load)));
    }

    private void count(int connections) {
        tracking.connections = Collections.nCopies(connections, ONE);
        // Counting rests longer where it takes long, but a minute at most.
        loop.advance(7 * PERIOD);
    }

    private static final class Tracking implements ConnectionTracking {

        private List<TranslatedConnection> connections = List.of();
        private boolean readable = true;

        @Override
        public long count() throws IOException {
            if (!readable) {
                throw new IOException("no such file");
            }
            return connections.size();
        }

        @Override
        public List<TranslatedConnection> translated() {
            return connections;
        }
    }
}
