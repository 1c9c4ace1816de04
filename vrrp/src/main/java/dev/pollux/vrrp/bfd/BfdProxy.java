package dev.pollux.vrrp.bfd;

import dev.pollux.grammar.model.Configuration;
import dev.pollux.linux.event.DeadlineTimer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The BFD sessions, for other threads. Every call returns at once; the work is done on the {@code bfd} loop, where stages
 * complete too. While no configuration has sessions, the loop is left alone and its thread does not begin.
 */
public final class BfdProxy {

    /** Snapshots are never older than this, and newer after every change of state. */
    private static final long PUBLISH_INTERVAL = TimeUnit.MILLISECONDS.toNanos(500);

    private final BfdEnvironment environment;
    private final DeadlineTimer publisher;
    private volatile BfdStatus status = BfdStatus.NONE;
    private volatile boolean begun;
    private @Nullable BfdEngine engine;

    private BfdProxy(BfdEnvironment environment) {
        this.environment = environment;
        this.publisher = new DeadlineTimer(environment.loop(), environment.clock(), this::publish);
    }

    /** Begins without a session. */
    public static BfdProxy start(BfdEnvironment environment) {
        return new BfdProxy(environment);
    }

    /** What the configuration would change; changes nothing and refuses nothing. */
    public CompletionStage<BfdPlan> prepare(Configuration next) {
        if (!begun && next.bfdInstances().isEmpty()) {
            return CompletableFuture.completedFuture(new BfdPlan(List.of(), List.of()));
        }
        return onLoop(known -> known.prepare(next.bfdInstances()));
    }

    /** Makes the changes of the newest plan. When the stage completes, the listener has been told of every session. */
    public CompletionStage<Void> commit(BfdPlan plan) {
        if (!begun && plan.sessions().isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        begun = true;
        return onLoop(known -> {
                    known.commit(plan);
                    return known;
                })
                .thenAccept(done -> {});
    }

    /** Tells every neighbour that we leave, and ends all sessions. */
    public CompletionStage<Void> stop() {
        return commit(new BfdPlan(List.of(), List.of()));
    }

    /** The newest snapshot. Callable from any thread. */
    public BfdStatus status() {
        return status;
    }

    private void publish() {
        BfdEngine known = engine;
        if (known != null) {
            status = known.status();
            if (status.sessions().isEmpty()) {
                publisher.disarm();
            } else {
                publisher.arm(environment.clock().nanoTime() + PUBLISH_INTERVAL);
            }
        }
    }

    private <T> CompletionStage<T> onLoop(Function<BfdEngine, T> work) {
        return CompletableFuture.supplyAsync(
                () -> {
                    if (engine == null) {
                        engine = new BfdEngine(environment, this::publish);
                    }
                    return work.apply(engine);
                },
                environment.loop());
    }
}
