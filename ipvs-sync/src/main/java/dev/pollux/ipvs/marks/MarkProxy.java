package dev.pollux.ipvs.marks;

import dev.pollux.grammar.model.Configuration;
import dev.pollux.linux.nftables.Nftables;
import dev.pollux.linux.time.NanoClock;
import io.netty.util.concurrent.EventExecutor;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The marking of packets for other threads: every call becomes a task on the {@code host} loop, in the order of the calls. */
public final class MarkProxy {

    private final EventExecutor loop;
    private final MarkKeeper keeper;

    private MarkProxy(EventExecutor loop, MarkKeeper keeper) {
        this.loop = loop;
        this.keeper = keeper;
    }

    /** One that asks nothing of the kernel before a configuration needs it. */
    public static MarkProxy start(EventExecutor host, NanoClock clock, Nftables nftables) {
        return new MarkProxy(host, new MarkKeeper(host, clock, nftables));
    }

    /**
     * Makes a configuration the current one. Complete once the kernel has been told, or could not be: that is no failure of
     * the commit, it is tried again every few seconds. Where nothing is marked, nobody waits for the loop.
     */
    public CompletionStage<Void> commit(Configuration configuration, GroupMarks marks) {
        CompletionStage<Void> done = CompletableFuture.runAsync(() -> keeper.commit(configuration, marks), loop);
        return marks.isEmpty() ? CompletableFuture.completedFuture(null) : done;
    }

    /**
     * Ends it.
     *
     * @param remove false leaves the table as it is ({@code --dont-release-ipvs})
     */
    public CompletionStage<Void> stop(boolean remove) {
        return CompletableFuture.runAsync(() -> keeper.stop(remove), loop);
    }
}
