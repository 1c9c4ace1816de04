package dev.pollux.director;

import dev.pollux.healthcheck.HealthCheckEnvironment;
import dev.pollux.linux.event.EventLoops;
import io.netty.channel.IoEventLoop;
import io.netty.util.concurrent.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The threads of a director; every mutable state belongs to one of them.
 *
 * @param control configuration, signals, HTTP
 * @param vrrp virtual routers and their sockets
 * @param rtnl what may wait for the kernel's rtnl lock
 * @param host as {@code rtnl}, of the virtual services' network namespace: nftables, local addresses, settings, sync daemons
 * @param lvs virtual services and the IPVS table
 * @param bfd BFD sessions; its thread begins with the first
 * @param checks checks in flight
 */
record Loops(
        IoEventLoop control,
        IoEventLoop vrrp,
        IoEventLoop rtnl,
        IoEventLoop host,
        IoEventLoop lvs,
        IoEventLoop bfd,
        List<IoEventLoop> checks) {

    private static final int SHUTDOWN_SECONDS = 1;

    Loops {
        checks = List.copyOf(checks);
    }

    /** Threads start with their first task. */
    static Loops create() {
        List<IoEventLoop> checks = new ArrayList<>();
        int count = HealthCheckEnvironment.loopsFor(Runtime.getRuntime().availableProcessors());
        for (int i = 0; i < count; i++) {
            checks.add(EventLoops.create("check-" + i));
        }
        return new Loops(
                EventLoops.create("control"),
                EventLoops.create("vrrp"),
                EventLoops.create("rtnl"),
                EventLoops.create("host"),
                EventLoops.create("lvs"),
                EventLoops.create("bfd"),
                checks);
    }

    /** Ends the threads. A JVM that exits while some are waiting in the kernel waits for them, 300 ms and in vain. */
    void shutDown() {
        List<Future<?>> ending = new ArrayList<>();
        all().forEach(loop -> ending.add(loop.shutdownGracefully(0, SHUTDOWN_SECONDS, TimeUnit.SECONDS)));
        ending.forEach(loop -> loop.awaitUninterruptibly(SHUTDOWN_SECONDS, TimeUnit.SECONDS));
    }

    private List<IoEventLoop> all() {
        List<IoEventLoop> all = new ArrayList<>(List.of(control, vrrp, rtnl, host, lvs, bfd));
        all.addAll(checks);
        return all;
    }
}
