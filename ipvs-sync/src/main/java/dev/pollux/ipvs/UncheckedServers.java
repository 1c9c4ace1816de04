package dev.pollux.ipvs;

import dev.pollux.grammar.model.Configuration;
import dev.pollux.grammar.model.RealServer;
import dev.pollux.grammar.model.VirtualServer;
import dev.pollux.ipvs.policy.OccurrenceLines;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds real servers without a checker: as with keepalived they count as up for ever. */
final class UncheckedServers {

    private UncheckedServers() {}

    /** One line for each virtual server that has such. */
    static List<String> remarks(Configuration configuration) {
        return configuration.virtualServers().stream()
                .flatMap(server -> remark(server).stream())
                .toList();
    }

    static Optional<String> remark(VirtualServer server) {
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
