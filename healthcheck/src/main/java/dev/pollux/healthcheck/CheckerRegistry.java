package dev.pollux.healthcheck;

import dev.pollux.grammar.model.BfdCheck;
import dev.pollux.grammar.model.Configuration;
import dev.pollux.healthcheck.HealthCheckPlan.Change;
import dev.pollux.healthcheck.policy.CheckParameters;
import dev.pollux.healthcheck.policy.CheckPolicy;
import dev.pollux.healthcheck.policy.CheckState;
import dev.pollux.healthcheck.probe.TlsClient;
import io.netty.channel.IoEventLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The list of all checkers and where each one runs. Owned by the first check loop; a checker itself belongs to the loop it
 * is pinned to.
 */
final class CheckerRegistry {

    /** @param runner touched on its context's loop only */
    private record Pinned(CheckAssignment assignment, CheckContext context, Checking runner) {}

    private final TlsClient tls = new TlsClient();
    private final List<CheckContext> contexts;
    private final IoEventLoop loop;
    private final Map<String, SessionReading> sessions = new HashMap<>();
    private Map<CheckerKey, Pinned> checkers = new LinkedHashMap<>();
    private long generation;
    private boolean stopped;
    private volatile List<Checking> published = List.of();

    CheckerRegistry(HealthCheckEnvironment environment) {
        int share = environment.maxConnections() / environment.checkLoops().size();
        this.contexts = environment.checkLoops().stream()
                .map(checkLoop -> new CheckContext(
                        checkLoop,
                        environment.clock(),
                        new ConnectionBudget(checkLoop, share),
                        tls,
                        environment.lateness(),
                        environment.listener()))
                .toList();
        this.loop = contexts.get(0).loop();
    }

    HealthCheckPlan prepare(Configuration next) {
        assert loop.inEventLoop();
        requireRunning();
        List<CheckAssignment> current =
                checkers.values().stream().map(Pinned::assignment).toList();
        return HealthCheckPlan.between(generation + 1, current, CheckAssignment.of(next));
    }

    /** Completes when every loop has made its changes: the last word of a removed checker has then been spoken. */
    CompletionStage<Void> commit(HealthCheckPlan plan) {
        assert loop.inEventLoop();
        requireRunning();
        if (plan.generation() != generation + 1) {
            throw new IllegalStateException(
                    "plan for generation " + plan.generation() + " does not follow on " + generation);
        }
        tls.forget();
        Commit commit = new Commit(generation == 0);
        plan.changes().forEach(commit::apply);
        generation = plan.generation();
        checkers = commit.next;
        published = checkers.values().stream().map(Pinned::runner).toList();
        return CompletableFuture.allOf(commit.done.toArray(CompletableFuture[]::new));
    }

    CompletionStage<Void> stop() {
        assert loop.inEventLoop();
        stopped = true;
        CompletableFuture<?>[] retired = checkers.values().stream()
                .map(pinned -> CompletableFuture.runAsync(
                        pinned.runner()::retire, pinned.context().loop()))
                .toArray(CompletableFuture[]::new);
        checkers = Map.of();
        published = List.of();
        return CompletableFuture.allOf(retired);
    }

    /** The newest state of every checker, in file order. From any thread. */
    List<CheckerStatus> status() {
        return published.stream().map(Checking::status).toList();
    }

    /** Something was heard of a BFD session. */
    void session(String name, SessionReading reading) {
        assert loop.inEventLoop();
        sessions.put(name, reading);
        for (Pinned pinned : checkers.values()) {
            if (pinned.assignment().checker() instanceof BfdCheck check
                    && check.session().equals(name)) {
                tell(pinned, reading);
            }
        }
    }

    private static void tell(Pinned pinned, SessionReading reading) {
        if (pinned.runner() instanceof SessionCheck check) {
            pinned.context().loop().execute(() -> check.heard(reading));
        }
    }

    private void requireRunning() {
        if (stopped) {
            throw new IllegalStateException("health checks have been stopped");
        }
    }

    /** One plan in the making. */
    private final class Commit {

        private final boolean first;
        private final Map<CheckerKey, Pinned> next = new LinkedHashMap<>();
        private final List<CompletableFuture<Void>> done = new ArrayList<>();
        private final Map<CheckContext, Integer> load = new LinkedHashMap<>();

        Commit(boolean first) {
            this.first = first;
            contexts.forEach(context -> load.put(context, 0));
            checkers.values().forEach(pinned -> load.merge(pinned.context(), 1, Integer::sum));
        }

        void apply(Change change) {
            if (change instanceof Change.Keep keep) {
                Pinned pinned = move(keep.from(), keep.to());
                run(pinned, () -> pinned.runner().keep(keep.to()));
            } else if (change instanceof Change.Retime retime) {
                Pinned pinned = move(retime.from(), retime.to());
                run(pinned, () -> pinned.runner().retime(retime.to(), firstDelay(retime.to())));
            } else if (change instanceof Change.Add add) {
                add(add);
            } else if (change instanceof Change.Remove remove) {
                Pinned pinned = pinned(remove.from().key());
                run(pinned, pinned.runner()::retire);
            }
        }

        private Pinned move(CheckerKey from, CheckAssignment to) {
            Pinned old = pinned(from);
            Pinned moved = new Pinned(to, old.context(), old.runner());
            next.put(to.key(), moved);
            return moved;
        }

        private void add(Change.Add add) {
            CheckAssignment to = add.to();
            CheckContext context = leastLoaded();
            Checking runner = runner(context, to, stateOf(add));
            Pinned pinned = new Pinned(to, context, runner);
            next.put(to.key(), pinned);
            run(pinned, () -> {
                runner.start(firstDelay(to));
                if (add.knownServer()) {
                    runner.tellAssumption();
                }
            });
            if (to.checker() instanceof BfdCheck check && sessions.containsKey(check.session())) {
                tell(pinned, sessions.get(check.session()));
            }
        }

        private Checking runner(CheckContext context, CheckAssignment to, CheckState state) {
            return to.checker() instanceof BfdCheck
                    ? new SessionCheck(context, to, state)
                    : new CheckRunner(context, to, state);
        }

        private CheckState stateOf(Change.Add add) {
            CheckParameters parameters = CheckParameters.of(add.to().checker());
            if (first) {
                return CheckState.atStart(parameters);
            }
            // alpha is for servers nobody knows; one that is up is not taken down because its checks changed.
            boolean up =
                    !parameters.alpha() || (add.knownServer() && wasUp(add.to().key()));
            return CheckState.atReload(up);
        }

        private boolean wasUp(CheckerKey key) {
            return checkers.values().stream()
                    .filter(pinned -> pinned.assignment().key().virtualServer().equals(key.virtualServer())
                            && pinned.assignment().key().realServer().equals(key.realServer()))
                    .allMatch(pinned -> pinned.runner().status().up());
        }

        private CheckContext leastLoaded() {
            CheckContext context =
                    contexts.stream().min(Comparator.comparing(load::get)).orElseThrow();
            load.merge(context, 1, Integer::sum);
            return context;
        }

        private Pinned pinned(CheckerKey key) {
            Pinned pinned = checkers.get(key);
            if (pinned == null) {
                throw new IllegalStateException("no checker " + key);
            }
            return pinned;
        }

        private void run(Pinned pinned, Runnable change) {
            done.add(CompletableFuture.runAsync(change, pinned.context().loop()));
        }
    }

    private static Duration firstDelay(CheckAssignment assignment) {
        return CheckPolicy.firstDelay(
                CheckParameters.of(assignment.checker()),
                ThreadLocalRandom.current().nextDouble());
    }
}
