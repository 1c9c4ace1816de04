package dev.pollux.ipvs;

import dev.pollux.grammar.model.Checker;
import dev.pollux.grammar.model.Configuration;
import dev.pollux.grammar.model.VirtualServerKey;
import dev.pollux.ipvs.override.OverrideAnswer;
import dev.pollux.ipvs.policy.VirtualServerEvent;
import dev.pollux.ipvs.table.Command;
import io.netty.util.concurrent.EventExecutor;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** The engine for other threads: every call becomes a task on the {@code lvs} loop, in the order of the calls. */
public final class IpvsProxy {

    private final EventExecutor loop;
    private final IpvsEngine engine;

    private IpvsProxy(IpvsEnvironment environment) {
        loop = environment.loop();
        engine = new IpvsEngine(environment);
    }

    /** An engine that asks nothing of the kernel before the first commit. */
    public static IpvsProxy start(IpvsEnvironment environment) {
        return new IpvsProxy(environment);
    }

    /**
     * Whether a configuration may follow the current one; completes exceptionally with a {@link RefusedChangeException}
     * where {@code lvs_max_deletions} forbids it.
     */
    public CompletionStage<Void> admit(Configuration next) {
        return submit(() -> {
            engine.admit(next);
            return null;
        });
    }

    /** Computes what a configuration would change, and changes nothing. */
    public CompletionStage<IpvsPlan> prepare(Configuration next) {
        return submit(() -> engine.prepare(next));
    }

    /**
     * Makes the plan's configuration the current one. Complete once the kernel has been told, or could not be: that is
     * not a failure of the commit, the table is programmed when the kernel allows.
     */
    public CompletionStage<Void> commit(IpvsPlan plan) {
        return submit(() -> {
            engine.commit(plan);
            return null;
        });
    }

    /**
     * What a checker says of a real server: its first result, and every one that differs from the last. It counts only where
     * the configuration in force has this checker, with whatever timing, at the verdict's place: one that was spoken before
     * a reload and arrives after it is not about the server's checks of now.
     */
    public void verdict(VirtualServerKey virtualServer, Checker checker, VirtualServerEvent.Verdict verdict) {
        loop.execute(() -> engine.verdict(virtualServer, checker, verdict));
    }

    /**
     * Ends the engine.
     *
     * @param removeServices false leaves the kernel's table as it is ({@code --dont-release-ipvs})
     */
    public CompletionStage<Void> stop(boolean removeServices) {
        return submit(() -> {
            engine.stop(removeServices);
            return null;
        });
    }

    /**
     * Makes changes of what is ours overrides, which stay over reloads and restarts until they are lifted.
     *
     * @return what became of each, in the same order
     */
    public CompletionStage<List<OverrideAnswer>> override(List<Command> commands) {
        return submit(() -> engine.override(commands));
    }

    /** Lifts overrides: what the configuration and the checks want is in force again. */
    public CompletionStage<Void> lift(List<Command> commands) {
        return submit(() -> {
            engine.lift(commands);
            return null;
        });
    }

    /** The overrides in force, at once. */
    public List<Command.OnService> overrides() {
        return engine.overrides();
    }

    /** The newest state, at once. */
    public IpvsStatus status() {
        return engine.status();
    }

    private <T> CompletionStage<T> submit(Supplier<T> task) {
        CompletableFuture<T> result = new CompletableFuture<>();
        loop.execute(() -> {
            try {
                result.complete(task.get());
            } catch (RuntimeException | AssertionError e) {
                result.completeExceptionally(e);
            }
        });
        return result;
    }
}
