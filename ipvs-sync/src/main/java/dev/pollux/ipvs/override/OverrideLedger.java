package dev.pollux.ipvs.override;

import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.ipvs.table.Command;
import dev.pollux.ipvs.table.TableEntry;
import dev.pollux.linux.netlink.NetlinkAck;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which overrides are in force: told to the log and kept in the journal. Owned by the {@code lvs} loop. */
public final class OverrideLedger {

    private static final Logger log = LoggerFactory.getLogger(OverrideLedger.class);

    private final OverrideJournal journal;
    private final Set<ServiceKey> touched = new HashSet<>();
    private volatile Overrides now = Overrides.none();

    public OverrideLedger(OverrideJournal journal) {
        this.journal = journal;
    }

    /** Any thread may ask. */
    public Overrides now() {
        return now;
    }

    /** Whether a service has ever been overridden here, so that its entry may be another than it seems. */
    public boolean touched(ServiceKey service) {
        return touched.contains(service);
    }

    /** Takes over what an earlier director kept. */
    public void recall() {
        now = journal.read();
        for (Command.OnService command : now.commands()) {
            touched.add(command.serviceKey());
            log.warn("Override still in force: {} (pollux override lift ends it)", command);
        }
    }

    /**
     * Takes a command.
     *
     * @param ours the services of the configuration
     * @param desired their entries without overrides
     */
    public OverrideAnswer take(Command command, Set<ServiceKey> ours, Function<ServiceKey, TableEntry> desired) {
        if (command instanceof Command.Flush) {
            ours.forEach(service -> take(new Command.DeleteService(service), ours, desired));
            return new OverrideAnswer(!ours.isEmpty(), NetlinkAck.OK);
        }
        Command.OnService onService = (Command.OnService) command;
        ServiceKey service = onService.serviceKey();
        if (!ours.contains(service)) {
            return OverrideAnswer.NOT_OURS;
        }
        Overruling ruling = Overruling.take(now, onService, desired.apply(service));
        if (ruling.answer().succeeded()) {
            touched.add(service);
            log.warn("Override: {} (until pollux override lift)", command);
            become(ruling.overrides());
        }
        return new OverrideAnswer(true, ruling.answer());
    }

    /** Forgets overrides. */
    public void lift(List<Command> commands) {
        List<Command.OnService> lifted =
                now.commands().stream().filter(commands::contains).toList();
        lifted.forEach(command -> log.info("Override lifted: {}", command));
        become(now.without(lifted));
    }

    private void become(Overrides next) {
        now = next;
        journal.write(next);
    }
}
