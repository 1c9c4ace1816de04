package dev.pollux.ipvs.policy;

import dev.pollux.grammar.model.RealServer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What the checkers have said of one real server.
 *
 * @param failedCheckers indexes of the checkers that count as failed; the server is alive while there are none
 * @param weightDeltas what checkers add to the configured weight, by checker index, never 0
 * @param unannounced it is down since it was first seen ({@code alpha}) and nobody has been told yet
 */
public record RealServerState(Set<Integer> failedCheckers, Map<Integer, Long> weightDeltas, boolean unannounced) {

    public RealServerState {
        failedCheckers = Set.copyOf(failedCheckers);
        weightDeltas = Map.copyOf(weightDeltas);
    }

    public boolean alive() {
        return failedCheckers.isEmpty();
    }

    /** The configured weight with what the checkers add, clamped to what the kernel takes: 0 to 2^31-1. */
    public int weight(RealServer configured) {
        long sum = configured.weight();
        for (long delta : weightDeltas.values()) {
            sum += delta;
        }
        return (int) Math.max(0, Math.min(Integer.MAX_VALUE, sum));
    }

    RealServerState withVerdict(int checker, boolean up) {
        Set<Integer> failed = new HashSet<>(failedCheckers);
        boolean changed = up ? failed.remove(checker) : failed.add(checker);
        return changed ? new RealServerState(failed, weightDeltas, unannounced) : this;
    }

    RealServerState withDelta(int checker, long delta) {
        Map<Integer, Long> deltas = new HashMap<>(weightDeltas);
        if (delta == 0) {
            deltas.remove(checker);
        } else {
            deltas.put(checker, delta);
        }
        return deltas.equals(weightDeltas) ? this : new RealServerState(failedCheckers, deltas, unannounced);
    }

    RealServerState announced() {
        return unannounced ? new RealServerState(failedCheckers, weightDeltas, false) : this;
    }
}
