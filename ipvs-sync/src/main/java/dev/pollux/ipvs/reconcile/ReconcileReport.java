package dev.pollux.ipvs.reconcile;

import dev.pollux.grammar.model.Repair;
import dev.pollux.ipvs.kernel.TableReadout;
import dev.pollux.ipvs.table.Command;
import dev.pollux.linux.syscall.SystemCallException;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells people, counters and the listener what the reconciler found; each fact once. */
final class ReconcileReport {

    private static final Logger log = LoggerFactory.getLogger(Reconciler.class);
    private static final int COMMANDS_SHOWN = 10;

    private final ReconcileListener listener;
    private final ReconcileCounters counters;
    private boolean failing;

    ReconcileReport(ReconcileListener listener, ReconcileCounters counters) {
        this.listener = listener;
        this.counters = counters;
    }

    void unavailable(String reason) {
        boolean known = counters.availability() instanceof Availability.Unavailable old
                && old.reason().equals(reason);
        if (!known) {
            counters.availability(new Availability.Unavailable(reason));
            log.error(
                    "IPVS is not available: {}. Virtual servers are not programmed until it is, tried again every"
                            + " few seconds; VRRP and health checks go on",
                    reason);
            listener.unavailable(reason);
        }
    }

    /**
     * What others have changed.
     *
     * @param mode what becomes of it
     * @param made what they did
     * @param repair the commands that take it back
     * @param left how many commands it would take to take back everything that was left as others made it
     */
    record Drift(Repair mode, List<Command> made, List<Command> repair, int left) {}

    /**
     * The table was read.
     *
     * @param changes the commands that will follow
     */
    void read(TableReadout readout, WantedTable wanted, List<Command> changes) {
        failing = false;
        int services = readout.table().entries().size();
        int ours = (int)
                readout.table().entries().keySet().stream().filter(wanted::ours).count();
        counters.read(readout, services - ours);
        if (!(counters.availability() instanceof Availability.Available)) {
            counters.availability(new Availability.Available());
            log.info(
                    "IPVS table read: {} services, {} of them ours and {} of others; {} changes needed",
                    services,
                    ours,
                    services - ours,
                    changes.size());
            listener.available();
        }
    }

    void drifted(Drift drift) {
        counters.left(drift.left());
        if (drift.repair().isEmpty() || drift.mode() == Repair.OFF) {
            return;
        }
        boolean repaired = drift.mode() == Repair.ON;
        log.warn(
                "IPVS table was changed from outside ({}), {} ({}). A change that is to stay is made by: {}",
                shown("ipvsadm ", drift.made()),
                repaired ? "repairing it" : "left so because of drift_repair observe; it would be repaired by",
                shown("ipvsadm ", drift.repair()),
                shown("pollux ipvsadm ", drift.made()));
        if (repaired) {
            counters.repaired(drift.repair().size());
            listener.driftRepaired(drift.repair());
        } else {
            counters.observed();
        }
    }

    void refused(Map<String, List<Command>> refused) {
        refused.forEach((reason, commands) -> log.error(
                "IPVS refuses {} of the changes, the rest is programmed: {}: {}",
                commands.size(),
                reason,
                shown("ipvsadm ", commands)));
    }

    /** Answers that show that others have changed the table: it is read again at once. */
    void surprised(List<Command> surprises) {
        log.warn("IPVS table was changed from outside, reading it again after: {}", shown("ipvsadm ", surprises));
        counters.repaired(surprises.size());
        listener.driftRepaired(surprises);
    }

    /** The outcome of what was sent is not known. */
    void failed(SystemCallException failure) {
        counters.executed(0, 1);
        if (!failing) {
            failing = true;
            log.error("IPVS could not be changed, trying again: {}", failure.getMessage());
        }
    }

    private static String shown(String program, List<Command> commands) {
        String text = String.join(
                ", ",
                commands.stream()
                        .limit(COMMANDS_SHOWN)
                        .map(command -> program + command)
                        .toList());
        return commands.size() > COMMANDS_SHOWN ? text + " and " + (commands.size() - COMMANDS_SHOWN) + " more" : text;
    }
}
