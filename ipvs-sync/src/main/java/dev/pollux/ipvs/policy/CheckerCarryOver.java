package dev.pollux.ipvs.policy;

import dev.pollux.grammar.model.Checker;
import dev.pollux.grammar.model.RealServer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What of a real server's checks is still true after a reload: the results of checkers that are configured as before. */
final class CheckerCarryOver {

    private CheckerCarryOver() {}

    /** A real server that nobody has checked: down if one of its checkers is {@code alpha}, else up. */
    static RealServerState fresh(RealServer server) {
        Set<Integer> failed = new HashSet<>();
        List<Checker> checkers = server.checkers();
        for (int index = 0; index < checkers.size(); index++) {
            if (checkers.get(index).timing().alpha()) {
                failed.add(index);
            }
        }
        return new RealServerState(failed, Map.of(), !failed.isEmpty());
    }

    /**
     * The state of a server that stays. A new {@code alpha} checker counts as failed only if the server was down: one
     * that was up is not taken out of service by a reload.
     */
    static RealServerState carry(RealServerState state, RealServer before, RealServer after) {
        List<@Nullable Checker> unmatched = new ArrayList<>(before.checkers());
        Set<Integer> failed = new HashSet<>();
        Map<Integer, Long> deltas = new HashMap<>();
        for (int index = 0; index < after.checkers().size(); index++) {
            int old = take(unmatched, after.checkers().get(index));
            if (old < 0) {
                if (after.checkers().get(index).timing().alpha() && !state.alive()) {
                    failed.add(index);
                }
                continue;
            }
            if (state.failedCheckers().contains(old)) {
                failed.add(index);
            }
            if (state.weightDeltas().containsKey(old)) {
                deltas.put(index, state.weightDeltas().get(old));
            }
        }
        return new RealServerState(failed, deltas, state.unannounced() && !failed.isEmpty());
    }

    /** The index of an equal checker, each used once; -1: none. */
    private static int take(List<@Nullable Checker> unmatched, Checker checker) {
        int index = unmatched.indexOf(checker);
        if (index >= 0) {
            unmatched.set(index, null);
        }
        return index;
    }
}
