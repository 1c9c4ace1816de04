package dev.pollux.ipvs.policy;

import dev.pollux.grammar.model.RealServer;
import dev.pollux.grammar.model.RealServerKey;
import dev.pollux.grammar.model.VirtualServer;
import dev.pollux.ipvs.policy.Occurrence.RealServerAppeared;
import dev.pollux.ipvs.policy.Occurrence.RealServerGone;
import dev.pollux.ipvs.policy.Occurrence.RealServerUp;
import dev.pollux.ipvs.policy.Occurrence.WeightChanged;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A reload of a virtual server that stays: real servers with the same address and port keep their state, the quorum is
 * carried over and evaluated anew.
 */
final class ReloadPolicy {

    private ReloadPolicy() {}

    static Transition step(VirtualServerState state, VirtualServer previous, VirtualServer next) {
        Map<RealServerKey, RealServer> before = new HashMap<>();
        previous.realServers().forEach(server -> before.put(server.key(), server));
        Map<RealServerKey, RealServerState> carried = new LinkedHashMap<>();
        for (RealServer server : next.realServers()) {
            RealServer old = before.get(server.key());
            carried.put(
                    server.key(),
                    old == null ? CheckerCarryOver.fresh(server) : CheckerCarryOver.carry(state.of(old), old, server));
        }
        VirtualServerStep step = new VirtualServerStep(next, new VirtualServerState(carried, state.quorumUp()));
        tellGone(step, state, previous);
        for (RealServer server : next.realServers()) {
            RealServer old = before.get(server.key());
            if (old == null) {
                step.tell(new RealServerAppeared(
                        server.key(), step.state().of(server).alive()));
            } else {
                tellChanges(step, server, old, state.of(old));
            }
        }
        step.evaluateQuorum(state.sorryServerServes(previous) ? previous.sorryServer() : null);
        return step.transition();
    }

    private static void tellGone(VirtualServerStep step, VirtualServerState state, VirtualServer previous) {
        for (RealServer server : previous.realServers()) {
            if (!step.state().realServers().containsKey(server.key())) {
                step.tell(new RealServerGone(server.key(), state.of(server).alive()));
            }
        }
    }

    private static void tellChanges(VirtualServerStep step, RealServer server, RealServer old, RealServerState before) {
        RealServerState after = step.state().of(server);
        int from = before.weight(old);
        int to = after.weight(server);
        if (from != to) {
            step.tell(new WeightChanged(server.key(), from, to, after.alive()));
        }
        if (after.alive() && !before.alive()) {
            step.tell(new RealServerUp(
                    server.key(),
                    server.inhibitOnFailure(),
                    Cause.unchecked("none of the checkers that failed is configured any more")));
        }
    }
}
