package dev.pollux.ipvs.policy;

import dev.pollux.grammar.model.RealServer;
import dev.pollux.grammar.model.RealServerKey;
import dev.pollux.grammar.model.VirtualServer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What is known of one virtual server.
 *
 * @param realServers one for each configured real server, in file order
 * @param quorumUp whether enough weight is alive, with hysteresis
 */
public record VirtualServerState(Map<RealServerKey, RealServerState> realServers, boolean quorumUp) {

    public VirtualServerState {
        realServers = Collections.unmodifiableMap(new LinkedHashMap<>(realServers));
    }

    /** The state of a configured real server. */
    public RealServerState of(RealServer server) {
        return Objects.requireNonNull(realServers.get(server.key()), "a real server without state");
    }

    /** While the quorum is lost the sorry server, if there is one, takes the place of all real servers. */
    public boolean sorryServerServes(VirtualServer server) {
        return !quorumUp && server.sorryServer() != null;
    }

    /** The sum of the weights of the living: what is held against the quorum. */
    public long aliveWeight(VirtualServer server) {
        long sum = 0;
        for (RealServer realServer : server.realServers()) {
            RealServerState state = of(realServer);
            if (state.alive()) {
                sum += state.weight(realServer);
            }
        }
        return sum;
    }

    VirtualServerState with(RealServerKey key, RealServerState changed) {
        Map<RealServerKey, RealServerState> copy = new LinkedHashMap<>(realServers);
        copy.put(key, changed);
        return new VirtualServerState(copy, quorumUp);
    }

    VirtualServerState withQuorum(boolean up) {
        return new VirtualServerState(realServers, up);
    }
}
