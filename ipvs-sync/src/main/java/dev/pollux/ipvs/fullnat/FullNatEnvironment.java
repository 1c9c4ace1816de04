package dev.pollux.ipvs.fullnat;

import dev.pollux.ipvs.IpvsStatus;
import dev.pollux.ipvs.reconcile.Modprobe;
import dev.pollux.ipvs.reconcile.ModuleLoader;
import dev.pollux.linux.nftables.Nftables;
import dev.pollux.linux.time.NanoClock;
import io.netty.util.concurrent.EventExecutor;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What FULLNAT works with.
 *
 * @param host owns the table, the addresses and the settings, and may wait for the kernel
 * @param lvs counts connections
 * @param services the virtual servers now; asked on {@code lvs}
 * @param addressRecord file of the addresses that are ours
 * @param overrides file of what an operator has changed by hand
 */
public record FullNatEnvironment(
        EventExecutor host,
        EventExecutor lvs,
        NanoClock clock,
        Nftables nftables,
        ModuleLoader modules,
        Supplier<IpvsStatus> services,
        Supplier<Path> addressRecord,
        Supplier<Path> overrides) {

    /**
     * The kernel itself, whose modules are loaded if need be.
     *
     * @param run the file of this name under /run
     */
    public static FullNatEnvironment of(
            EventExecutor host, EventExecutor lvs, Supplier<IpvsStatus> services, Function<String, Path> run) {
        return new FullNatEnvironment(
                host,
                lvs,
                NanoClock.system(),
                Nftables.system(),
                new Modprobe(),
                services,
                () -> run.apply("local-addresses"),
                () -> run.apply("local-address-overrides"));
    }
}
