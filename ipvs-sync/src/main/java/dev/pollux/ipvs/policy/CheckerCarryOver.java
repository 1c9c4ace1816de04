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

/**
 * What of a real server's checks is still true after a reload: the results of checkers that ask the same question as before,
 * though perhaps at other times. They do not tell them again.
 */
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
        int[] places = places(unmatched, after.checkers());
        for (int index = 0; index < after.checkers().size(); index++) {
            int old = places[index];
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

    /** Where each checker was before; -1: nowhere. One that merely moved must not lose its place to one that was retimed. */
    private static int[] places(List<@Nullable Checker> unmatched, List<Checker> checkers) {
        int[] places = checkers.stream()
                .mapToInt(checker -> take(unmatched, unmatched.indexOf(checker)))
                .toArray();
        for (int index = 0; index < places.length; index++) {
            if (places[index] < 0) {
                places[index] = take(unmatched, retimed(unmatched, checkers.get(index)));
            }
        }
        return places;
    }

    private static int retimed(List<@Nullable Checker> unmatched, Checker checker) {
        for (int index = 0; index < unmatched.size(); index++) {
            Checker before = unmatched.get(index);
            if (before != null && before.asksLike(checker)) {
                return index;
            }
        }
        return -1;
    }

    private static int take(List<@Nullable Checker> unmatched, int index) {
        if (index >= 0) {
            unmatched.set(index, null);
        }
        return index;
    }
}
