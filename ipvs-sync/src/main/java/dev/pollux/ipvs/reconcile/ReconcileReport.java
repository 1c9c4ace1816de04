package dev.pollux.ipvs.reconcile;

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
     * The table was read.
     *
     * @param repair what makes it equal to the wanted one
     * @param drift the part of it that is due to changes by others
     */
    void read(TableReadout readout, WantedTable wanted, List<Command> repair, List<Command> drift) {
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
                    repair.size());
            listener.available();
            return;
        }
        if (!drift.isEmpty()) {
            log.warn("IPVS table was changed from outside, repairing it: {}", shown(drift));
            counters.repaired(drift.size());
            listener.driftRepaired(drift);
        }
    }

    void refused(Map<String, List<Command>> refused) {
        refused.forEach((reason, commands) -> log.error(
                "IPVS refuses {} of the changes, the rest is programmed: {}: {}",
                commands.size(),
                reason,
                shown(commands)));
    }

    /** Answers that show that others have changed the table: it is read again at once. */
    void surprised(List<Command> surprises) {
        log.warn("IPVS table was changed from outside, reading it again after: {}", shown(surprises));
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

    private static String shown(List<Command> commands) {
        String text = String.join(
                ", ",
                commands.stream()
                        .limit(COMMANDS_SHOWN)
                        .map(command -> "ipvsadm " + command)
                        .toList());
        return commands.size() > COMMANDS_SHOWN ? text + " and " + (commands.size() - COMMANDS_SHOWN) + " more" : text;
    }
}
