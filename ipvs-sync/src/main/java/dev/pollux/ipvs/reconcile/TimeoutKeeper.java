package dev.pollux.ipvs.reconcile;

import dev.pollux.grammar.model.IpvsTimeouts;
import dev.pollux.ipvs.kernel.KernelTable;
import dev.pollux.ipvs.kernel.Timeouts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps {@code lvs_timeouts}; those that the kernel had before return when they are no longer configured. */
final class TimeoutKeeper {

    private static final Logger log = LoggerFactory.getLogger(TimeoutKeeper.class);

    private IpvsTimeouts wanted = IpvsTimeouts.UNCHANGED;
    private @Nullable Timeouts original;

    void want(IpvsTimeouts next) {
        wanted = next;
    }

    /** Makes the kernel's as they should be. */
    void keep(KernelTable kernel) {
        if (original == null && wanted.equals(IpvsTimeouts.UNCHANGED)) {
            return;
        }
        Timeouts now = kernel.timeouts();
        Timeouts before = original == null ? now : original;
        original = before;
        Timeouts due = new Timeouts(
                pick(wanted.tcp(), before.tcp()),
                pick(wanted.tcpFin(), before.tcpFin()),
                pick(wanted.udp(), before.udp()));
        if (!due.equals(now)) {
            kernel.setTimeouts(due);
            log.info("Set the IPVS timeouts to tcp {} tcpfin {} udp {} s", due.tcp(), due.tcpFin(), due.udp());
        }
        if (wanted.equals(IpvsTimeouts.UNCHANGED)) {
            original = null;
        }
    }

    /** Gives the kernel its own back. */
    void restore(KernelTable kernel) {
        wanted = IpvsTimeouts.UNCHANGED;
        keep(kernel);
    }

    private static int pick(int configured, int otherwise) {
        return configured == 0 ? otherwise : configured;
    }
}
