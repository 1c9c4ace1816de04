package dev.pollux.linux.testing;

import dev.pollux.linux.time.NanoClock;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.util.concurrent.EventExecutor;
import java.util.concurrent.TimeUnit;

/**
 * An event loop and its clock whose time stands still until {@link #advance}. Whoever calls is on the loop; tasks and
 * timers run only within {@link #advance}.
 */
public final class VirtualLoop {

    private final EmbeddedChannel channel = new EmbeddedChannel();
    private long nowNanos = 1_000_000_000L;

    public VirtualLoop() {
        channel.freezeTime();
    }

    public EventExecutor loop() {
        return channel.eventLoop();
    }

    public NanoClock clock() {
        return () -> nowNanos;
    }

    public long now() {
        return nowNanos;
    }

    /** Lets time pass, stopping at every timer that is due on the way, and runs what is due at the end. */
    public void advance(long nanos) {
        long end = nowNanos + nanos;
        run();
        long next = channel.runScheduledPendingTasks();
        while (next >= 0 && next <= end - nowNanos) {
            pass(Math.max(next, 1));
            next = channel.runScheduledPendingTasks();
        }
        if (end > nowNanos) {
            pass(end - nowNanos);
        }
    }

    /** Lets time pass in one leap, as when the process was stopped: everything due fires afterwards, and late. */
    public void leap(long nanos) {
        pass(nanos);
    }

    /** Runs what is due now. */
    public void run() {
        channel.runPendingTasks();
    }

    private void pass(long nanos) {
        nowNanos += nanos;
        channel.advanceTimeBy(nanos, TimeUnit.NANOSECONDS);
        run();
    }
}
