package dev.pollux.ipvs.fullnat;

import dev.pollux.grammar.model.Configuration;
import dev.pollux.grammar.model.ServiceKey;
import io.netty.util.concurrent.EventExecutor;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * FULLNAT for other threads: every call becomes a task on the {@code rtnl} loop, in the order of the calls.
 *
 * <p>For the command line of ipvsadm's FULLNAT fork: {@code -P -z} is {@link #addLocalAddress}, {@code -Q -z} is {@link
 * #removeLocalAddress}, {@code -G} prints {@link #status}. Such a change is an override: it holds over reloads until {@link
 * #liftLocalAddresses}, and {@link FullNatStatus#translations} shows what is in force. Without a running director, {@link
 * FullNatTable} does the same on the kernel's table.
 */
public final class FullNatProxy {

    private final EventExecutor loop;
    private final FullNatKeeper keeper;

    private FullNatProxy(FullNatEnvironment environment) {
        loop = environment.rtnl();
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
        CompletionStage<Void> done = submit(() -> keeper.commit(next));
        return Translations.of(next).isEmpty() ? CompletableFuture.completedFuture(null) : done;
    }

    /** Gives a service one more local address. */
    public CompletionStage<Void> addLocalAddress(ServiceKey.ByAddress service, InetAddress address) {
        return submit(() -> {
            List<InetAddress> addresses = new ArrayList<>(keeper.addresses(service));
            if (!addresses.contains(address)) {
                addresses.add(address);
                keeper.override(service, addresses);
            }
        });
    }

    /** Takes a local address from a service. The last one ends the translation of its connections. */
    public CompletionStage<Void> removeLocalAddress(ServiceKey.ByAddress service, InetAddress address) {
        return submit(() -> {
            List<InetAddress> addresses = new ArrayList<>(keeper.addresses(service));
            if (addresses.remove(address)) {
                keeper.override(service, addresses);
            }
        });
    }

    /** Gives a service the local addresses that the configuration has for it again. */
    public CompletionStage<Void> liftLocalAddresses(ServiceKey.ByAddress service) {
        return submit(() -> keeper.lift(service));
    }

    /**
     * Ends it.
     *
     * @param remove false leaves table, addresses and settings as they are ({@code --dont-release-ipvs})
     */
    public CompletionStage<Void> stop(boolean remove) {
        return submit(() -> keeper.stop(remove));
    }

    /** The newest state, at once. */
    public FullNatStatus status() {
        return keeper.status();
    }

    private CompletionStage<Void> submit(Runnable task) {
        CompletableFuture<Void> result = new CompletableFuture<>();
        loop.execute(() -> {
            try {
                task.run();
                result.complete(null);
            } catch (RuntimeException | AssertionError e) {
                result.completeExceptionally(e);
            }
        });
        return result;
    }
}
