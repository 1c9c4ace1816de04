package dev.pollux.ipvs.policy;

import dev.pollux.grammar.model.QuorumSettings;
import dev.pollux.grammar.model.RealServer;
import dev.pollux.grammar.model.SorryServer;
import dev.pollux.grammar.model.VirtualServer;
import dev.pollux.ipvs.policy.Occurrence.QuorumGained;
import dev.pollux.ipvs.policy.Occurrence.QuorumLost;
import dev.pollux.ipvs.policy.Occurrence.SorryServerIn;
import dev.pollux.ipvs.policy.Occurrence.SorryServerOut;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step while it is computed. The quorum, with W the weight of the living: gained when W reaches quorum +
 * hysteresis, lost when W is 0 or falls below quorum - hysteresis.
 */
final class VirtualServerStep {

    private final VirtualServer server;
    private final List<Occurrence> occurrences = new ArrayList<>();
    private VirtualServerState state;

    VirtualServerStep(VirtualServer server, VirtualServerState state) {
        this.server = server;
        this.state = state;
    }

    VirtualServerState state() {
        return state;
    }

    void tell(Occurrence occurrence) {
        occurrences.add(occurrence);
    }

    /** Returns whether that changed anything. */
    boolean replace(RealServer realServer, RealServerState next) {
        if (next.equals(state.of(realServer))) {
            return false;
        }
        state = state.with(realServer.key(), next);
        return true;
    }

    Transition transition() {
        return new Transition(state, occurrences);
    }

    /** The first evaluation: starting without a quorum is told only where a sorry server serves. */
    void startQuorum() {
        evaluate();
        SorryServer sorry = server.sorryServer();
        if (!state.quorumUp() && sorry != null) {
            tell(new QuorumLost(server.quorum(), toGain(), state.aliveWeight(server), true));
            tell(new SorryServerIn(sorry));
        }
    }

    void evaluateQuorum() {
        evaluateQuorum(state.sorryServerServes(server) ? server.sorryServer() : null);
    }

    /**
     * @param served the sorry server that stood in before this step, null if none did
     */
    void evaluateQuorum(@Nullable SorryServer served) {
        evaluate();
        SorryServer serves = state.sorryServerServes(server) ? server.sorryServer() : null;
        boolean same = served != null && serves != null && served.key().equals(serves.key());
        if (served != null && !same) {
            tell(new SorryServerOut(served));
        }
        if (serves != null && !same) {
            tell(new SorryServerIn(serves));
        }
    }

    private void evaluate() {
        long weight = state.aliveWeight(server);
        if (state.quorumUp() && (weight == 0 || weight < toKeep())) {
            tell(new QuorumLost(server.quorum(), toKeep(), weight, false));
            state = state.withQuorum(false);
        } else if (!state.quorumUp() && weight >= toGain()) {
            tell(new QuorumGained(server.quorum(), toGain(), weight));
            state = state.withQuorum(true);
        }
    }

    private long toGain() {
        QuorumSettings settings = server.quorum();
        return (long) settings.quorum() + settings.hysteresis();
    }

    private long toKeep() {
        QuorumSettings settings = server.quorum();
        return (long) settings.quorum() - settings.hysteresis();
    }
}
