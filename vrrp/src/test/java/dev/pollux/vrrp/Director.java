package dev.pollux.vrrp;

import dev.pollux.grammar.ConfigurationReader;
import dev.pollux.grammar.ReadResult;
import dev.pollux.grammar.ReaderOptions;
import dev.pollux.grammar.host.HostFacts;
import dev.pollux.grammar.model.Configuration;
import dev.pollux.grammar.model.GlobalSettings;
import dev.pollux.grammar.model.TrackerKey;
import dev.pollux.grammar.model.Trackers;
import dev.pollux.grammar.model.VrrpInstance;
import dev.pollux.grammar.model.VrrpSyncGroup;
import dev.pollux.linux.event.EventLoops;
import dev.pollux.linux.event.LatenessListener;
import dev.pollux.linux.testing.NetworkNamespace;
import dev.pollux.linux.time.NanoClock;
import dev.pollux.vrrp.machine.StateName;
import dev.pollux.vrrp.machine.TrackerReading;
import io.netty.channel.IoEventLoop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** An engine with its loops in a network namespace, and what its listener heard. */
final class Director implements AutoCloseable, VrrpListener {

    private final IoEventLoop vrrpLoop = EventLoops.create("vrrp");
    private final IoEventLoop rtnlLoop = EventLoops.create("rtnl");
    private final List<VirtualRouterTransition> transitions = new CopyOnWriteArrayList<>();
    private final List<SyncGroupTransition> groupTransitions = new CopyOnWriteArrayList<>();
    private final Path journal;
    private final VrrpProxy proxy;

    Director(NetworkNamespace namespace, Path journal) {
        this.journal = journal;
        this.proxy = namespace.call(() -> VrrpProxy.start(
                new VrrpEnvironment(vrrpLoop, rtnlLoop, NanoClock.system(), this, journal, LatenessListener.NONE)));
    }

    @Override
    public void stateChanged(VirtualRouterTransition transition) {
        transitions.add(transition);
    }

    @Override
    public void syncGroupChanged(SyncGroupTransition transition) {
        groupTransitions.add(transition);
    }

    void run(VrrpInstance... instances) {
        run(List.of(), instances);
    }

    void run(List<VrrpSyncGroup> groups, VrrpInstance... instances) {
        run(new Configuration(GlobalSettings.defaults(), List.of(instances), groups, List.of(), Trackers.none()));
    }

    /** Runs what a keepalived.conf says. */
    void run(String text) {
        try {
            Path file = Files.writeString(Files.createTempFile("run", ".conf"), text);
            ReadResult result = ConfigurationReader.read(file, ReaderOptions.of("here", HostFacts.permissive()));
            Files.delete(file);
            run(result.configuration());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run(Configuration configuration) {
        await(proxy.prepare(configuration).thenCompose(proxy::commit));
    }

    void tracked(TrackerKey key, TrackerReading reading) {
        proxy.tracked(key, reading);
    }

    void stop() {
        await(proxy.stop());
    }

    StateName state(String name) {
        return proxy.status().stream()
                .filter(status -> status.name().equals(name))
                .map(VirtualRouterStatus::state)
                .findFirst()
                .orElse(StateName.INIT);
    }

    VirtualRouterStatus status() {
        return proxy.status().get(0);
    }

    List<VirtualRouterTransition> transitions() {
        return transitions;
    }

    List<SyncGroupTransition> groupTransitions() {
        return groupTransitions;
    }

    VrrpProxy proxy() {
        return proxy;
    }

    IoEventLoop vrrpLoop() {
        return vrrpLoop;
    }

    /** From now on it notices nothing, as if it were dead, until the latch is counted down. */
    CountDownLatch freeze() {
        CountDownLatch until = new CountDownLatch(1);
        vrrpLoop.execute(() -> hold(until));
        return until;
    }

    private static void hold(CountDownLatch until) {
        try {
            var unused = until.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    IoEventLoop rtnlLoop() {
        return rtnlLoop;
    }

    /** Lines of the journal; none while there is no file. */
    List<String> journal() {
        try {
            return Files.exists(journal) ? Files.readAllLines(journal) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static <T> T await(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().get(60, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        stop();
        vrrpLoop.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
        rtnlLoop.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
