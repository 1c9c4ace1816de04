package dev.pollux.ipvs.host;

import dev.pollux.grammar.model.Configuration;
import dev.pollux.grammar.model.IpvsSettings;
import dev.pollux.ipvs.kernel.DaemonTable;
import dev.pollux.ipvs.kernel.IpvsClient;
import dev.pollux.linux.event.DeadlineTimer;
import dev.pollux.linux.time.NanoClock;
import io.netty.util.concurrent.EventExecutor;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Sync daemons and kernel settings for other threads: every call becomes a task on the {@code host} loop. */
public final class HostProxy {

    private static final long PERIOD_NANOS = 5_000_000_000L;

    private final EventExecutor loop;
    private final NanoClock clock;
    private final DaemonKeeper daemons;
    private final SysctlKeeper sysctls;
    private final DeadlineTimer timer;

    private HostProxy(EventExecutor loop, NanoClock clock, DaemonTable.Source source, SysctlTree tree) {
        this.loop = loop;
        this.clock = clock;
        daemons = new DaemonKeeper(source);
        sysctls = new SysctlKeeper(tree);
        timer = new DeadlineTimer(loop, clock, this::look);
    }

    /** Nothing is asked of the kernel before the first configuration. */
    public static HostProxy start(EventExecutor host, NanoClock clock) {
        return start(host, clock, () -> IpvsClient.open().map(DaemonTable.class::cast), SysctlTree.KERNEL);
    }

    static HostProxy start(EventExecutor host, NanoClock clock, DaemonTable.Source source, SysctlTree tree) {
        return new HostProxy(host, clock, source, tree);
    }

    /** Brings a configuration into force. Nobody needs to wait for it: it may take as long as the rtnl lock is held. */
    public void configure(Configuration configuration) {
        IpvsSettings settings = configuration.global().ipvs();
        loop.execute(() -> {
            timer.arm(clock.nanoTime() + PERIOD_NANOS);
            sysctls.configure(NeededSysctls.of(configuration.virtualServers()), settings.sysctlRepair());
            daemons.configure(settings.syncDaemon());
        });
    }

    /** A VRRP instance became master, or is it no longer. */
    public void instance(String name, boolean master) {
        loop.execute(() -> daemons.instance(name, master));
    }

    /** Stops the daemons that this director keeps. Complete when they are. */
    public CompletionStage<Void> stop() {
        return CompletableFuture.runAsync(
                () -> {
                    timer.cancel();
                    daemons.configure(null);
                },
                loop);
    }

    /** How many kernel settings are not as the configuration needs them. */
    public int sysctlDifferences() {
        return sysctls.differences();
    }

    private void look() {
        timer.arm(clock.nanoTime() + PERIOD_NANOS);
        sysctls.keep();
        daemons.keep();
    }
}
