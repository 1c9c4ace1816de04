package dev.pollux.healthcheck;

import dev.pollux.linux.event.LatenessListener;
import dev.pollux.linux.time.NanoClock;
import io.netty.channel.IoEventLoop;
import java.util.List;

/**
 * What the health checks run on.
 *
 * @param checkLoops at least one; every checker is pinned to one of them. Their owner shuts them down, after
 *     {@link HealthCheckProxy#stop()}
 * @param lateness hears on any check loop how late checks begin
 * @param maxConnections connections open at one time, over all loops; checks above wait for one to end
 */
public record HealthCheckEnvironment(
        List<IoEventLoop> checkLoops,
        NanoClock clock,
        HealthCheckListener listener,
        LatenessListener lateness,
        int maxConnections) {

    public HealthCheckEnvironment {
        checkLoops = List.copyOf(checkLoops);
        if (checkLoops.isEmpty() || maxConnections < checkLoops.size()) {
            throw new IllegalArgumentException("at least one loop, and one connection for each");
        }
    }

    /** With as many connections as the process may have descriptors, less a reserve for all else. */
    public HealthCheckEnvironment(
            List<IoEventLoop> checkLoops, NanoClock clock, HealthCheckListener listener, LatenessListener lateness) {
        this(checkLoops, clock, listener, lateness, ConnectionBudget.forThisProcess());
    }

    /** How many check loops a machine is worth. */
    public static int loopsFor(int processors) {
        return Math.max(1, Math.min(4, processors));
    }
}
