package dev.pollux.ipvs;

import dev.pollux.grammar.model.Checker;
import dev.pollux.grammar.model.RealServer;
import dev.pollux.grammar.model.RealServerKey;
import dev.pollux.grammar.model.VirtualServer;
import dev.pollux.ipvs.policy.Occurrence;
import dev.pollux.ipvs.policy.OccurrenceLines;
import dev.pollux.ipvs.policy.Transition;
import dev.pollux.ipvs.policy.VirtualServerEvent;
import dev.pollux.ipvs.policy.VirtualServerState;
import java.util.HashMap;
import java.util.Map;

/** A virtual server with its state and past. Immutable. */
record ManagedVirtualServer(
        VirtualServer server, VirtualServerState state, Map<RealServerKey, History> realServers, History quorum) {

    ManagedVirtualServer {
        realServers = Map.copyOf(realServers);
    }

    /** One that was not configured before. */
    static ManagedVirtualServer begin(VirtualServer server, Transition start, long nowNanos) {
        return new ManagedVirtualServer(server, start.state(), Map.of(), History.begin(nowNanos))
                .after(server, start, nowNanos);
    }

    /** Whether the verdict is one of this configuration's checkers. */
    boolean asks(Checker checker, VirtualServerEvent.Verdict verdict) {
        for (RealServer realServer : server.realServers()) {
            if (realServer.key().equals(verdict.realServer())) {
                return verdict.checker() < realServer.checkers().size()
                        && realServer.checkers().get(verdict.checker()).asksLike(checker);
            }
        }
        return false;
    }

    /** The same virtual server one step later, perhaps configured anew. */
    ManagedVirtualServer after(VirtualServer next, Transition transition, long nowNanos) {
        Map<RealServerKey, History> histories = new HashMap<>();
        for (RealServer realServer : next.realServers()) {
            History known = realServers.get(realServer.key());
            histories.put(realServer.key(), known == null ? History.begin(nowNanos) : known);
        }
        History nextQuorum = quorum;
        for (Occurrence occurrence : transition.occurrences()) {
            if (occurrence instanceof Occurrence.RealServerUp up) {
                histories.computeIfPresent(
                        up.realServer(), (key, old) -> old.changed(up.cause().text(), nowNanos));
            } else if (occurrence instanceof Occurrence.RealServerDown down) {
                histories.computeIfPresent(
                        down.realServer(),
                        (key, old) -> old.changed(down.cause().text(), nowNanos));
            } else if (occurrence instanceof Occurrence.QuorumGained gained) {
                nextQuorum = nextQuorum.changed(OccurrenceLines.reason(gained), nowNanos);
            } else if (occurrence instanceof Occurrence.QuorumLost lost) {
                nextQuorum = nextQuorum.changed(OccurrenceLines.reason(lost), nowNanos);
            }
        }
        return new ManagedVirtualServer(next, transition.state(), histories, nextQuorum);
    }
}
