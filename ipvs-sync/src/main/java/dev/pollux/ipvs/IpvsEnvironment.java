package dev.pollux.ipvs;

import dev.pollux.ipvs.kernel.IpvsClient;
import dev.pollux.ipvs.kernel.KernelTable;
import dev.pollux.ipvs.marks.MarkJournal;
import dev.pollux.ipvs.override.OverrideJournal;
import dev.pollux.ipvs.reconcile.Modprobe;
import dev.pollux.ipvs.reconcile.ModuleLoader;
import dev.pollux.ipvs.reconcile.ServiceJournal;
import dev.pollux.linux.time.NanoClock;
import io.netty.util.concurrent.EventExecutor;

/**
 * What the engine works with.
 *
 * @param loop {@code lvs}: owns all state and may wait for the kernel
 * @param kernel opens the IPVS table of the loop's network namespace
 */
public record IpvsEnvironment(
        EventExecutor loop,
        NanoClock clock,
        IpvsListener listener,
        KernelTable.Source kernel,
        ModuleLoader modules,
        Records records) {

    /**
     * What lies under /run.
     *
     * @param journal which services in the kernel are ours
     * @param permit for one reload to take out more than the configuration allows
     * @param overrides what an operator has changed by hand
     * @param marks which group has which firewall mark
     */
    public record Records(ServiceJournal journal, DeletionPermit permit, OverrideJournal overrides, MarkJournal marks) {

        /** Nothing outlives the director but a permit. */
        public static Records none(DeletionPermit permit) {
            return new Records(ServiceJournal.NONE, permit, OverrideJournal.NONE, MarkJournal.NONE);
        }
    }

    /** The real kernel, whose module is loaded if need be. */
    public static IpvsEnvironment of(EventExecutor loop, NanoClock clock, IpvsListener listener, Records records) {
        return new IpvsEnvironment(
                loop, clock, listener, () -> IpvsClient.open().map(KernelTable.class::cast), new Modprobe(), records);
    }
}
