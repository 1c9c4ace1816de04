package dev.pollux.ipvs.fullnat;

import dev.pollux.grammar.model.Configuration;
import dev.pollux.ipvs.table.LocalAddressChange;
import dev.pollux.linux.netlink.NetlinkAck;
import io.netty.util.concurrent.EventExecutor;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * FULLNAT for other threads: every call becomes a task on the {@code host} loop, in the order of the calls.
 *
 * <p>What the command line of ipvsadm's FULLNAT fork changes is an override: it holds over reloads and restarts until {@link
 * #lift}. Without a running director, {@link FullNatTable} does the same on the kernel's table.
 */
public final class FullNatProxy {

    private final EventExecutor loop;
    private final FullNatKeeper keeper;

    private FullNatProxy(FullNatEnvironment environment) {
        loop = environment.host();
        keeper = new FullNatKeeper(environment);
    }

    /** One that asks nothing of the kernel before a configuration needs it. */
    public static FullNatProxy start(FullNatEnvironment environment) {
        return new FullNatProxy(environment);
    }

    /**
     * Makes a configuration the current one. Complete once the kernel has been told, or could not be: that is no failure of
     * the commit, it is tried again every few seconds. Where nothing is translated, nobody waits for the loop.
     */
    public CompletionStage<Void> commit(Configuration next) {
        CompletionStage<Void> done = CompletableFuture.runAsync(() -> keeper.commit(next), loop);
        return Translations.of(next).isEmpty() ? CompletableFuture.completedFuture(null) : done;
    }

    /**
     * Gives services other local addresses than the configuration has for them, until that is lifted. The last address that is
     * taken away ends the translation of a service's connections.
     *
     * @return the answer to each change
     */
    public CompletionStage<List<NetlinkAck>> override(List<LocalAddressChange> changes) {
        return CompletableFuture.supplyAsync(
                () -> changes.stream().map(keeper::override).toList(), loop);
    }

    /** Lifts overrides; those that are not in force are no matter. */
    public CompletionStage<Void> lift(List<LocalAddressChange> changes) {
        return CompletableFuture.runAsync(() -> keeper.lift(changes), loop);
    }

    /** The overrides in force, at once. */
    public List<LocalAddressChange> overrides() {
        return keeper.overrides();
    }

    /**
     * Ends it.
     *
     * @param remove false leaves table, addresses and settings as they are ({@code --dont-release-ipvs})
     */
    public CompletionStage<Void> stop(boolean remove) {
        return CompletableFuture.runAsync(() -> keeper.stop(remove), loop);
    }

    /** The newest state, at once. */
    public FullNatStatus status() {
        return keeper.status();
    }
}
