package dev.pollux.healthcheck;

import dev.pollux.grammar.model.BfdCheck;
import dev.pollux.grammar.model.Checker;
import dev.pollux.grammar.model.Configuration;
import dev.pollux.grammar.model.HttpCheck;
import dev.pollux.grammar.model.TcpCheck;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** The health checks, for other threads. Stages complete on a check loop. */
public final class HealthCheckProxy {

    private final CheckerRegistry registry;
    private final Executor owner;

    private HealthCheckProxy(CheckerRegistry registry, Executor owner) {
        this.registry = registry;
        this.owner = owner;
    }

    /** Begins without a checker: the first plan brings them. */
    public static HealthCheckProxy start(HealthCheckEnvironment environment) {
        return new HealthCheckProxy(
                new CheckerRegistry(environment), environment.checkLoops().get(0));
    }

    /** Whether this kind of checker is built. The configuration of {@link #prepare} has no other. */
    public static boolean canRun(Checker checker) {
        return checker instanceof TcpCheck || checker instanceof HttpCheck || checker instanceof BfdCheck;
    }

    /** What a configuration would change; changes nothing. Fails only after {@link #stop()}. */
    public CompletionStage<HealthCheckPlan> prepare(Configuration next) {
        return onOwner(known -> CompletableFuture.completedFuture(known.prepare(next)));
    }

    /**
     * Makes the changes of a plan. When the stage completes, removed checkers have told their last and closed their
     * connections. Fails with {@link IllegalStateException}, and changes nothing, when another plan was committed since this
     * one was prepared.
     */
    public CompletionStage<Void> commit(HealthCheckPlan plan) {
        return onOwner(known -> known.commit(plan));
    }

    /**
     * Tells of a BFD session whether it is up; nothing new may be told again.
     *
     * @param reason for people, without a full stop
     */
    public void session(String name, boolean up, String reason) {
        owner.execute(() -> registry.session(name, new SessionReading(up, reason)));
    }

    /** Ends all checks. When the stage completes, no verdict follows and no connection is left. */
    public CompletionStage<Void> stop() {
        return onOwner(CheckerRegistry::stop);
    }

    /** The newest state of every checker, in file order. From any thread. */
    public List<CheckerStatus> status() {
        return registry.status();
    }

    private <T> CompletionStage<T> onOwner(Function<CheckerRegistry, CompletionStage<T>> work) {
        return CompletableFuture.supplyAsync(() -> work.apply(registry), owner).thenCompose(Function.identity());
    }
}
