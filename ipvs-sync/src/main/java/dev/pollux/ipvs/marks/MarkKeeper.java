package dev.pollux.ipvs.marks;

import dev.pollux.grammar.model.Configuration;
import dev.pollux.grammar.model.MarkSettings;
import dev.pollux.grammar.model.Repair;
import dev.pollux.ipvs.ruleset.Problems;
import dev.pollux.ipvs.ruleset.TableKeeper;
import dev.pollux.linux.event.DeadlineTimer;
import dev.pollux.linux.nftables.Nftables;
import dev.pollux.linux.time.NanoClock;
import io.netty.util.concurrent.EventExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has packets to groups marked: the table is compared at every change and every three seconds. Where no group has a mark it
 * does nothing and asks the kernel nothing. Owned by the {@code host} loop.
 */
final class MarkKeeper {

    private static final Logger log = LoggerFactory.getLogger(MarkKeeper.class);
    private static final long PERIOD_NANOS = 3_000_000_000L;

    private final EventExecutor loop;
    private final NanoClock clock;
    private final Problems problems = new Problems("Firewall marks of groups");
    private final TableKeeper<MarkTable> table;
    private final DeadlineTimer timer;

    private MarkTable wanted = MarkTable.empty(MarkSettings.defaults());
    private GroupMarks marks = GroupMarks.none();
    private Repair repair = Repair.ON;
    private boolean active;
    private boolean stopped;

    MarkKeeper(EventExecutor loop, NanoClock clock, Nftables nftables) {
        this.loop = loop;
        this.clock = clock;
        table = new TableKeeper<>(nftables, problems, wanted);
        timer = new DeadlineTimer(loop, clock, this::pass);
    }

    void commit(Configuration configuration, GroupMarks next) {
        assert loop.inEventLoop();
        MarkSettings settings = configuration.global().ipvs().marks();
        if (stopped) {
            return;
        }
        if (settings == null || next.isEmpty()) {
            clear();
            return;
        }
        repair = configuration.global().ipvs().driftRepair();
        MarkTable nextTable = MarkTable.of(settings, next, configuration);
        if (active && !nextTable.name().equals(wanted.name())) {
            table.remove();
        }
        if (!active || !next.equals(marks)) {
            log.info("Firewall marks set by nftables table {}: {}", nextTable.name(), next);
        }
        active = true;
        marks = next;
        wanted = nextTable;
        table.desire(wanted);
        timer.arm(clock.nanoTime() + PERIOD_NANOS);
    }

    void stop(boolean remove) {
        assert loop.inEventLoop();
        stopped = true;
        timer.cancel();
        if (remove && active) {
            table.remove();
        }
    }

    private void clear() {
        if (active) {
            active = false;
            marks = GroupMarks.none();
            timer.disarm();
            table.remove();
            problems.forget();
            log.info("No group has a firewall mark any more, nftables table {} is removed", wanted.name());
        }
    }

    private void pass() {
        table.compare(repair);
        timer.arm(clock.nanoTime() + PERIOD_NANOS);
    }
}
