package dev.pollux.ipvs.reconcile;

import dev.pollux.grammar.model.IpvsTimeouts;
import dev.pollux.grammar.model.Repair;
import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.ipvs.kernel.KernelTable;
import dev.pollux.ipvs.kernel.TableReadout;
import dev.pollux.ipvs.table.Command;
import dev.pollux.ipvs.table.ForeignServices;
import dev.pollux.ipvs.table.IpvsTable;
import dev.pollux.ipvs.table.TableDifference;
import dev.pollux.ipvs.table.TableEntry;
import dev.pollux.linux.event.DeadlineTimer;
import dev.pollux.linux.netlink.NetlinkAck;
import dev.pollux.linux.syscall.Errno;
import dev.pollux.linux.syscall.SystemCallException;
import dev.pollux.linux.time.NanoClock;
import io.netty.util.concurrent.EventExecutor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes the kernel's IPVS table equal to the desired one and keeps it so. A change is written at once, as the difference
 * to what the kernel is believed to hold. A pass reads the table, compares and repairs: at start, when an answer shows
 * the belief wrong, and every three seconds. An equal table costs no write, also at start.
 *
 * <p>Ours are the services that were desired since the director started, and those that the journal says an earlier one
 * wrote; others are left alone unless told otherwise.
 *
 * <p>Owned by its loop: methods are called there unless they say otherwise.
 */
public final class Reconciler {

    private static final String ABSENT = "this kernel has no IPVS; load it with \"modprobe ip_vs\"";

    private static final String FORBIDDEN = "it may not be asked without CAP_NET_ADMIN; start as root";

    /** Foreign changes are to be repaired within five seconds: this and the time a pass takes. */
    private static final long PERIOD_NANOS = 3_000_000_000L;

    /** Where the table is so large that reading it takes long, passes take at most a fifth of the time. */
    private static final long REST = 4;

    private final EventExecutor loop;
    private final NanoClock clock;
    private final KernelAccess kernel;
    private final DeadlineTimer timer;
    private final ReconcileCounters counters = new ReconcileCounters();
    private final ReconcileReport report;
    private final WantedTable wanted;
    private final Belief belief = new Belief();
    private final Refusals refusals = new Refusals();
    private final DriftTolerance tolerance = new DriftTolerance();
    private final TimeoutKeeper timeouts = new TimeoutKeeper();

    private ForeignServices foreign = ForeignServices.LEAVE;
    private boolean surprised;

    /** What a reconciler works with. */
    public record Environment(
            EventExecutor loop,
            NanoClock clock,
            KernelTable.Source source,
            ModuleLoader modules,
            ServiceJournal journal,
            ReconcileListener listener) {}

    public Reconciler(Environment environment) {
        loop = environment.loop();
        clock = environment.clock();
        kernel = new KernelAccess(environment.source(), environment.modules());
        wanted = new WantedTable(environment.journal());
        report = new ReconcileReport(environment.listener(), counters);
        timer = new DeadlineTimer(loop, clock, this::pass);
    }

    /**
     * Another desired table, written before this returns where the kernel allows.
     *
     * @param drift what becomes of changes that others make from now on
     */
    public void desire(IpvsTable next, ForeignServices foreignServices, Repair drift) {
        assert loop.inEventLoop();
        tolerance.restart(drift);
        wanted.replace(next);
        foreign = foreignServices;
        refusals.clear();
        if (belief.known() && foreign == ForeignServices.LEAVE) {
            write(wanted.difference(belief.all(), foreign));
            keepTimeouts(timeouts::keep);
        } else {
            pass();
        }
    }

    /** What {@code lvs_timeouts} asks for; to be called before {@link #desire}. */
    public void timeouts(IpvsTimeouts next) {
        assert loop.inEventLoop();
        timeouts.want(next);
    }

    /** Some entries of the desired table are others now; the difference is written before this returns. */
    public void update(Collection<TableEntry> entries) {
        assert loop.inEventLoop();
        List<ServiceKey> services = new ArrayList<>();
        for (TableEntry entry : entries) {
            wanted.update(entry);
            services.add(entry.service().key());
        }
        tolerance.forget(services);
        if (services.stream().allMatch(belief::knows)) {
            write(wanted.difference(belief.of(services), services));
        } else if (kernel.present().isPresent()) {
            pass();
        }
    }

    /** Ends for good. */
    public void stop(Removal removal) {
        assert loop.inEventLoop();
        timer.cancel();
        if (kernel.present().isPresent()) {
            remove(removal);
            keepTimeouts(timeouts::restore);
            kernel.close();
        }
        belief.forget();
    }

    /** What it would take to make the kernel's table, as it is believed to be, equal to another. */
    public List<Command> plan(IpvsTable next) {
        assert loop.inEventLoop();
        return wanted.plan(belief.all(), next);
    }

    /** What the kernel is believed to hold; empty while that is not known. */
    public IpvsTable known() {
        assert loop.inEventLoop();
        return belief.all();
    }

    /** What is desired of a service now; null: nothing. */
    public @Nullable TableEntry desired(ServiceKey service) {
        assert loop.inEventLoop();
        return wanted.entry(service);
    }

    /** What was done so far; any thread may ask. */
    public ReconcileStatus status() {
        return counters.status();
    }

    /** The kernel's table as the last pass read it, empty before the first; any thread may ask. */
    public Optional<TableReadout> readout() {
        return counters.readout();
    }

    private void pass() {
        if (wanted.isEmpty() && foreign == ForeignServices.LEAVE) {
            return;
        }
        long start = clock.nanoTime();
        boolean hurried = surprised;
        surprised = false;
        try {
            kernel.open()
                    .flatMap(table -> table.readAgainst(wanted::ours, this::expected))
                    .ifPresentOrElse(this::compare, () -> lost(ABSENT));
        } catch (SystemCallException e) {
            lost(e.is(Errno.EPERM) ? FORBIDDEN : "it cannot be asked: " + e.getMessage());
        }
        long now = clock.nanoTime();
        counters.passed(now - start);
        long rest = Math.max(PERIOD_NANOS, REST * (now - start));
        timer.arm(surprised && !hurried ? now : now + rest);
    }

    private @Nullable TableEntry expected(ServiceKey service) {
        TableEntry believed = belief.knows(service) ? belief.entry(service) : null;
        return believed == null ? wanted.entry(service) : believed;
    }

    private void lost(String reason) {
        kernel.close();
        belief.forget();
        refusals.clear();
        report.unavailable(reason);
    }

    private void compare(TableReadout readout) {
        List<Command> repair = wanted.difference(readout.table(), foreign);
        List<Command> drift = drift(repair);
        List<Command> made = drift.isEmpty() ? List.of() : made(drift, readout.table());
        belief.learn(readout.table());
        wanted.seen(readout.table());
        List<Command> admitted = tolerance.admit(repair, drift);
        report.read(readout, wanted, admitted);
        report.drifted(new ReconcileReport.Drift(tolerance.mode(), made, drift, tolerance.size()));
        foreign = ForeignServices.LEAVE;
        write(admitted);
        keepTimeouts(timeouts::keep);
    }

    /** Of the commands needed, those that would not be needed if nobody else had written to the table. */
    private List<Command> drift(List<Command> repair) {
        if (repair.isEmpty() || !belief.known()) {
            return List.of();
        }
        Set<Command> expected = new HashSet<>(wanted.difference(belief.all(), foreign));
        return repair.stream()
                .filter(command -> !expected.contains(command))
                .filter(command -> !(command instanceof Command.OnService on) || belief.knows(on.serviceKey()))
                .toList();
    }

    private void keepTimeouts(Consumer<KernelTable> action) {
        try {
            kernel.present().ifPresent(action);
        } catch (SystemCallException e) {
            report.failed(e);
        }
    }

    /** What others have done to the services of a drift, in our words. */
    private List<Command> made(List<Command> drift, IpvsTable now) {
        Set<ServiceKey> services = new LinkedHashSet<>();
        for (Command command : drift) {
            if (command instanceof Command.OnService on) {
                services.add(on.serviceKey());
            }
        }
        return TableDifference.between(
                belief.of(services), now.restrictedTo(services), services, ForeignServices.LEAVE);
    }

    private void write(List<Command> commands) {
        List<Command> worth = refusals.worthTrying(commands, clock.nanoTime());
        Optional<KernelTable> table = kernel.present();
        if (worth.isEmpty() || table.isEmpty()) {
            return;
        }
        try {
            settle(commands, worth, table.get().execute(worth));
        } catch (SystemCallException e) {
            belief.forget();
            report.failed(e);
        }
    }

    private void settle(List<Command> commands, List<Command> sent, List<NetlinkAck> answers) {
        Outcome outcome = Outcome.of(sent, answers);
        if (outcome.surprises().isEmpty() && kernel.load(outcome.missingModules())) {
            counters.executed(outcome.done().size(), 0);
            belief.written(outcome.done(), Set.of(), wanted);
            write(commands.stream()
                    .filter(unfinished(commands, outcome)::contains)
                    .toList());
            return;
        }
        counters.executed(outcome.done().size(), outcome.refused().size());
        report.refused(refusals.remember(outcome.refused(), clock.nanoTime()));
        if (outcome.surprises().isEmpty()) {
            belief.written(outcome.done(), unfinished(commands, outcome), wanted);
            return;
        }
        report.surprised(outcome.surprises());
        belief.forget();
        surprised = true;
        timer.arm(clock.nanoTime());
    }

    private static Set<Command> unfinished(List<Command> commands, Outcome outcome) {
        if (outcome.done().size() == commands.size()) {
            return Set.of();
        }
        Set<Command> unfinished = new HashSet<>(commands);
        outcome.done().forEach(unfinished::remove);
        return unfinished;
    }

    private void remove(Removal removal) {
        List<Command> commands = new ArrayList<>();
        if (removal == Removal.EVERYTHING) {
            commands.add(new Command.Flush());
        } else if (removal == Removal.OURS) {
            IpvsTable present = belief.all();
            wanted.ours().stream()
                    .filter(key -> !belief.known() || present.entries().containsKey(key))
                    .forEach(key -> commands.add(new Command.DeleteService(key)));
        }
        wanted.replace(IpvsTable.empty());
        if (removal != Removal.NOTHING && belief.known()) {
            wanted.seen(belief.all());
        }
        write(commands);
    }
}
