package dev.pollux.grammar.pair;

import static dev.pollux.grammar.diagnostic.Severity.ERROR;
import static dev.pollux.grammar.diagnostic.Severity.WARNING;

import dev.pollux.grammar.model.RealServer;
import dev.pollux.grammar.model.RealServerKey;
import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.grammar.model.TransportProtocol;
import dev.pollux.grammar.model.VirtualServer;
import dev.pollux.grammar.model.VirtualServerKey;
import dev.pollux.grammar.pair.PairReports.Places;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether clients find the same services after a takeover. */
final class ServiceComparison {

    private final PairReports reports;

    ServiceComparison(PairReports reports) {
        this.reports = reports;
    }

    void compare(Side first, Side second) {
        PoolComparison pools =
                new PoolComparison(PoolComparison.floating(first.configuration(), second.configuration()), reports);
        Map<VirtualServerKey, VirtualServer> others = byKey(second);
        Map<VirtualServerKey, VirtualServer> own = byKey(first);
        own.forEach((key, server) -> {
            VirtualServer other = others.get(key);
            if (other == null) {
                lacks(first, server, second);
            } else {
                Places places = new Places(first.place(server), second.place(other));
                compare(server, other, places);
                pools.compare(server, other, places);
            }
        });
        others.forEach((key, server) -> {
            if (!own.containsKey(key)) {
                lacks(second, server, first);
            }
        });
    }

    private static Map<VirtualServerKey, VirtualServer> byKey(Side side) {
        Map<VirtualServerKey, VirtualServer> servers = new LinkedHashMap<>();
        side.configuration().virtualServers().forEach(server -> servers.put(server.key(), server));
        return servers;
    }

    private void lacks(Side side, VirtualServer server, Side other) {
        reports.lacks(
                new Places(side.place(server), other.place()),
                ERROR,
                "virtual_server " + server.key() + " has no counterpart in " + other.file()
                        + ": it is not served after a takeover",
                "define it in " + other.file());
    }

    private void compare(VirtualServer a, VirtualServer b, Places places) {
        String what = Stream.of(
                        differs("its addresses", a, b, VirtualServer::services),
                        differs("lvs_sched", a, b, server -> server.settings().scheduler()),
                        differs("scheduler flags", a, b, server -> server.settings()
                                .flags()),
                        differs("persistence", a, b, server -> server.settings().persistence()),
                        differs("quorum", a, b, VirtualServer::quorum),
                        differs("sorry_server", a, b, VirtualServer::sorryServer),
                        differs("ha_suspend", a, b, VirtualServer::onlyWhereHeld))
                .flatMap(List::stream)
                .collect(Collectors.joining(", "));
        if (!what.isEmpty()) {
            reports.differs(
                    places, WARNING, "virtual_server " + a.key() + " differs: " + what, "write the same in both");
        }
        realServers(a, b, places);
    }

    /** One thing that is compared. */
    @FunctionalInterface
    private interface Part<T> {
        @Nullable
        Object of(T whole);
    }

    private static <T> List<String> differs(String what, T a, T b, Part<T> part) {
        return Objects.equals(part.of(a), part.of(b)) ? List.of() : List.of(what);
    }

    private void realServers(VirtualServer a, VirtualServer b, Places places) {
        Map<RealServerKey, RealServer> own = byKey(a);
        Map<RealServerKey, RealServer> others = byKey(b);
        Set<RealServerKey> alone = new LinkedHashSet<>(own.keySet());
        alone.removeAll(others.keySet());
        others.keySet().stream().filter(key -> !own.containsKey(key)).forEach(alone::add);
        if (!alone.isEmpty()) {
            reports.differs(
                    places,
                    ERROR,
                    "virtual_server " + a.key() + " has not the same real servers: " + names(a, alone)
                            + " in one director only",
                    "write the same real servers in both");
        }
        own.forEach((key, server) -> {
            RealServer other = others.get(key);
            if (other != null) {
                compare(a, server, other, places);
            }
        });
    }

    private static Map<RealServerKey, RealServer> byKey(VirtualServer server) {
        Map<RealServerKey, RealServer> servers = new LinkedHashMap<>();
        server.realServers().forEach(real -> servers.put(real.key(), real));
        return servers;
    }

    private static String names(VirtualServer server, Set<RealServerKey> keys) {
        return keys.stream().map(key -> name(server, key)).collect(Collectors.joining(", "));
    }

    private static String name(VirtualServer server, RealServerKey key) {
        return key.describe(
                server.services().get(0) instanceof ServiceKey.ByAddress address
                        ? address.protocol()
                        : TransportProtocol.TCP);
    }

    private void compare(VirtualServer service, RealServer a, RealServer b, Places places) {
        String what = Stream.of(
                        differs("weight", a, b, RealServer::weight),
                        differs("lvs_method", a, b, RealServer::forwarding),
                        differs("inhibit_on_failure", a, b, RealServer::inhibitOnFailure),
                        differs("uthreshold", a, b, RealServer::upperThreshold),
                        differs("lthreshold", a, b, RealServer::lowerThreshold),
                        differs("its checkers", a, b, RealServer::checkers))
                .flatMap(List::stream)
                .collect(Collectors.joining(", "));
        if (!what.isEmpty()) {
            reports.differs(
                    places,
                    WARNING,
                    "real_server " + name(service, a.key()) + " of virtual_server " + service.key() + " differs: "
                            + what,
                    "write the same in both");
        }
    }
}
