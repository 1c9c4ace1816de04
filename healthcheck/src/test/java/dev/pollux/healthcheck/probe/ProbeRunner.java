package dev.pollux.healthcheck.probe;

import dev.pollux.grammar.model.HttpCheck;
import dev.pollux.grammar.model.TcpCheck;
import dev.pollux.healthcheck.Checkers;
import dev.pollux.healthcheck.policy.CheckOutcome;
import dev.pollux.linux.event.EventLoops;
import dev.pollux.linux.time.NanoClock;
import io.netty.channel.IoEventLoop;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A check loop on which a test makes single checks and waits for their outcome. */
final class ProbeRunner implements AutoCloseable {

    private final IoEventLoop loop = EventLoops.create("check-test");
    private final TlsClient tls = new TlsClient();
    private final List<String> remarks = new CopyOnWriteArrayList<>();

    CheckOutcome check(TcpCheck check) {
        return check(probe(check), 0);
    }

    CheckOutcome check(HttpCheck check) {
        return check(probe(check), 0);
    }

    CheckOutcome check(Probe probe, int step) {
        CompletableFuture<CheckOutcome> outcome = start(probe, step);
        return outcome.orTimeout(2 * Checkers.PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    /** The first outcome completes it; a second one would be an error. */
    CompletableFuture<CheckOutcome> start(Probe probe, int step) {
        CompletableFuture<CheckOutcome> outcome = new CompletableFuture<>();
        loop.execute(() -> probe.start(step, told -> {
            if (!outcome.complete(told)) {
                remarks.add("told twice: " + told);
            }
        }));
        return outcome;
    }

    void abandon(Probe probe) {
        loop.submit(probe::abandon).syncUninterruptibly();
    }

    Probe probe(TcpCheck check) {
        return new TcpChecker(loop, NanoClock.system(), check);
    }

    Probe probe(HttpCheck check) {
        return new HttpChecker(loop, NanoClock.system(), check, tls, remarks::add);
    }

    /** Oddities that the probes reported. */
    List<String> remarks() {
        return remarks;
    }

    @Override
    public void close() {
        loop.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
