package dev.pollux.director.configuration;

import dev.pollux.grammar.model.Checker;
import dev.pollux.grammar.model.RealServer;
import dev.pollux.grammar.model.VirtualServer;
import dev.pollux.healthcheck.HealthCheckProxy;
import java.util.List;

/**
 * Leaves out the checkers that nothing runs yet, which the log has said: to an engine, a checker that never speaks would be
 * one whose server is never known to be well.
 */
final class RunnableChecks {

    private RunnableChecks() {}

    static List<VirtualServer> of(List<VirtualServer> servers) {
        return servers.stream().map(RunnableChecks::of).toList();
    }

    private static VirtualServer of(VirtualServer server) {
        if (server.realServers().stream().allMatch(RunnableChecks::isWhole)) {
            return server;
        }
        return new VirtualServer(
                server.key(),
                server.services(),
                server.settings(),
                server.quorum(),
                server.alerts(),
                server.onlyWhereHeld(),
                server.realServers().stream().map(RunnableChecks::of).toList(),
                server.sorryServer());
    }

    private static boolean isWhole(RealServer server) {
        for (Checker checker : server.checkers()) {
            if (!HealthCheckProxy.canRun(checker)) {
                return false;
            }
        }
        return true;
    }

    private static RealServer of(RealServer server) {
        return new RealServer(
                server.key(),
                server.weight(),
                server.forwarding(),
                server.inhibitOnFailure(),
                server.upperThreshold(),
                server.lowerThreshold(),
                server.alerts(),
                server.checkers().stream().filter(HealthCheckProxy::canRun).toList());
    }
}
