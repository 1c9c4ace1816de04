package dev.pollux.ipvs;

import dev.pollux.grammar.model.Configuration;
import dev.pollux.grammar.model.RealServer;
import dev.pollux.grammar.model.VirtualServer;
import dev.pollux.ipvs.policy.OccurrenceLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds real servers without a checker: as with keepalived they count as up for ever. */
final class UncheckedServers {

    private UncheckedServers() {}

    /** Of so many virtual servers each is named; the others are counted. */
    private static final int NAMED = 10;

    static boolean in(VirtualServer server) {
        return server.realServers().stream().anyMatch(real -> real.checkers().isEmpty());
    }

    /** What is logged of virtual servers that have such. */
    static List<String> warnings(List<VirtualServer> servers) {
        List<String> lines = new ArrayList<>();
        servers.stream().limit(NAMED).forEach(server -> lines.add(remark(server).orElseThrow()));
        if (servers.size() > NAMED) {
            lines.add("and so it is with " + (servers.size() - NAMED) + " more virtual servers");
        }
        return lines;
    }

    /** One line for each virtual server that has such. */
    static List<String> remarks(Configuration configuration) {
        return configuration.virtualServers().stream()
                .flatMap(server -> remark(server).stream())
                .toList();
    }

    private static Optional<String> remark(VirtualServer server) {
        OccurrenceLines names = new OccurrenceLines(server);
        String unchecked = server.realServers().stream()
                .filter(real -> real.checkers().isEmpty())
                .map(RealServer::key)
                .map(names::name)
                .collect(Collectors.joining(", "));
        return unchecked.isEmpty()
                ? Optional.empty()
                : Optional.of("VS " + server.key() + ": nothing checks " + unchecked
                        + "; without a checker a real server stays in service even when it is dead");
    }
}
