package dev.pollux.vrrp;

import dev.pollux.grammar.ConfigurationReader;
import dev.pollux.grammar.ReaderOptions;
import dev.pollux.grammar.host.HostFacts;
import dev.pollux.grammar.model.Configuration;
import dev.pollux.linux.event.EventLoops;
import dev.pollux.linux.event.LatenessListener;
import dev.pollux.linux.testing.NetworkNamespace;
import dev.pollux.linux.time.NanoClock;
import dev.pollux.vrrp.bfd.BfdEnvironment;
import dev.pollux.vrrp.bfd.BfdPlan;
import dev.pollux.vrrp.bfd.BfdProxy;
import dev.pollux.vrrp.bfd.BfdSessionStatus;
import io.netty.channel.IoEventLoop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** The BFD sessions of one machine, in a namespace, and what their listener heard. */
final class BfdEnd implements AutoCloseable {

    private final IoEventLoop loop = EventLoops.create("bfd");
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final NetworkNamespace namespace;
    private final BfdProxy proxy;

    BfdEnd(NetworkNamespace namespace) {
        this.namespace = namespace;
        this.proxy = BfdProxy.start(new BfdEnvironment(
                loop,
                NanoClock.system(),
                (name, up, reason) -> heard.add(name + (up ? " up" : " down")),
                LatenessListener.NONE));
    }

    /** What the configuration changes is changed when this returns. */
    BfdPlan run(String text) {
        Configuration next = read(text);
        // The loop's thread starts with its first task, in the namespace of who gives it.
        BfdPlan plan =
                namespace.call(() -> proxy.prepare(next).toCompletableFuture().get(20, TimeUnit.SECONDS));
        namespace.call(() -> proxy.commit(plan).toCompletableFuture().get(20, TimeUnit.SECONDS));
        return plan;
    }

    /** What was said of sessions since the last time, in order. */
    List<String> heard() {
        return heard;
    }

    BfdSessionStatus session(String name) {
        return proxy.status().sessions().stream()
                .filter(session -> session.instance().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    BfdProxy proxy() {
        return proxy;
    }

    boolean up(String name) {
        return session(name).up();
    }

    private static Configuration read(String text) {
        try {
            Path file = Files.writeString(Files.createTempFile("bfd", ".conf"), text);
            Configuration configuration = ConfigurationReader.read(
                            file, ReaderOptions.of("here", HostFacts.permissive()))
                    .configuration();
            Files.delete(file);
            return configuration;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        proxy.stop().toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
