package dev.pollux.healthcheck;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * What the next configuration changes for the checkers. Checkers that ask the same question of the same server keep what
 * they know; those whose timing is the same too are not even rescheduled.
 *
 * @param generation number of the configuration that this plan leads to; it follows on the one in force
 * @param changes one for each checker before or after, in file order, removals last
 */
public record HealthCheckPlan(long generation, List<Change> changes) {

    public HealthCheckPlan {
        changes = List.copyOf(changes);
    }

    /** What becomes of one checker. */
    sealed interface Change {

        /** Goes on, perhaps at another place in its server's list. */
        record Keep(CheckerKey from, CheckAssignment to) implements Change {}

        /** Keeps what it knows and starts over with another timing. */
        record Retime(CheckerKey from, CheckAssignment to) implements Change {}

        /**
         * Is new.
         *
         * @param knownServer the real server had checkers before
         */
        record Add(CheckAssignment to, boolean knownServer) implements Change {}

        /** Is gone. */
        record Remove(CheckAssignment from) implements Change {}
    }

    /** The way from one set of checkers to another. */
    static HealthCheckPlan between(long generation, List<CheckAssignment> current, List<CheckAssignment> next) {
        Map<Server, List<CheckAssignment>> unclaimed = new LinkedHashMap<>();
        current.forEach(known -> unclaimed
                .computeIfAbsent(Server.of(known), s -> new ArrayList<>())
                .add(known));
        Map<CheckAssignment, Change> claims = new LinkedHashMap<>();
        next.forEach(wanted -> claims.put(wanted, new Change.Add(wanted, unclaimed.containsKey(Server.of(wanted)))));
        // The best matches choose first: a checker that merely moved must not lose its place to one that was retimed.
        claim(claims, unclaimed, (known, wanted) -> known.key().equals(wanted.key()) && same(known, wanted));
        claim(claims, unclaimed, HealthCheckPlan::same);
        claim(claims, unclaimed, CheckAssignment::asksLike);
        List<Change> changes = new ArrayList<>(claims.values());
        unclaimed.values().forEach(left -> left.forEach(known -> changes.add(new Change.Remove(known))));
        return new HealthCheckPlan(generation, changes);
    }

    private static boolean same(CheckAssignment known, CheckAssignment wanted) {
        return known.checker().equals(wanted.checker());
    }

    private static void claim(
            Map<CheckAssignment, Change> claims,
            Map<Server, List<CheckAssignment>> unclaimed,
            BiPredicate<CheckAssignment, CheckAssignment> matches) {
        for (Map.Entry<CheckAssignment, Change> claim : claims.entrySet()) {
            if (claim.getValue() instanceof Change.Add) {
                claim(claim, unclaimed.getOrDefault(Server.of(claim.getKey()), List.of()), matches);
            }
        }
    }

    private static void claim(
            Map.Entry<CheckAssignment, Change> claim,
            List<CheckAssignment> unclaimed,
            BiPredicate<CheckAssignment, CheckAssignment> matches) {
        CheckAssignment wanted = claim.getKey();
        for (CheckAssignment known : unclaimed) {
            if (matches.test(known, wanted)) {
                unclaimed.remove(known);
                claim.setValue(
                        same(known, wanted)
                                ? new Change.Keep(known.key(), wanted)
                                : new Change.Retime(known.key(), wanted));
                return;
            }
        }
    }

    /** What changes, one line each; nothing for what stays. */
    public List<String> lines() {
        return changes.stream().flatMap(HealthCheckPlan::line).toList();
    }

    private static Stream<String> line(Change change) {
        if (change instanceof Change.Add add) {
            return Stream.of("add " + describe(add.to()));
        }
        if (change instanceof Change.Remove remove) {
            return Stream.of("remove " + describe(remove.from()));
        }
        if (change instanceof Change.Retime retime) {
            return Stream.of("retime " + describe(retime.to()));
        }
        return Stream.of();
    }

    private static String describe(CheckAssignment assignment) {
        return assignment.type() + " of " + assignment.server() + " in " + assignment.virtualServer();
    }

    private record Server(Object virtualServer, Object realServer) {
        static Server of(CheckAssignment assignment) {
            return new Server(assignment.key().virtualServer(), assignment.key().realServer());
        }
    }
}
