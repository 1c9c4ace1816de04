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
        return CompletableFuture.runAsync(() -> engine.admit(next), loop);
    }

    /** Computes what a configuration would change, and changes nothing. */
    public CompletionStage<IpvsPlan> prepare(Configuration next) {
        return CompletableFuture.supplyAsync(() -> engine.prepare(next), loop);
    }

    /**
     * Makes the plan's configuration the current one. Complete once the kernel has been told, or could not be: that is
     * not a failure of the commit, the table is programmed when the kernel allows.
     */
    public CompletionStage<Void> commit(IpvsPlan plan) {
        return CompletableFuture.runAsync(() -> engine.commit(plan), loop);
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
        return CompletableFuture.runAsync(() -> engine.stop(removeServices), loop);
    }

    /**
     * Makes changes of what is ours overrides, which stay over reloads and restarts until they are lifted.
     *
     * @return what became of each, in the same order
     */
    public CompletionStage<List<OverrideAnswer>> override(List<Command> commands) {
        return CompletableFuture.supplyAsync(() -> engine.override(commands), loop);
    }

    /** Lifts overrides: what the configuration and the checks want is in force again. */
    public CompletionStage<Void> lift(List<Command> commands) {
        return CompletableFuture.runAsync(() -> engine.lift(commands), loop);
    }

    /** The overrides in force, at once. */
    public List<Command.OnService> overrides() {
        return engine.overrides();
    }

    /** The newest state, at once. */
    public IpvsStatus status() {
        return engine.status();
    }
}
