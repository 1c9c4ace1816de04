package dev.pollux.director;

import dev.pollux.director.cli.RunOptions;
import dev.pollux.director.configuration.ConfigurationFile;
import dev.pollux.director.configuration.DiagnosticLog;
import dev.pollux.director.configuration.HeapDemand;
import dev.pollux.director.configuration.HeapGrowth;
import dev.pollux.director.configuration.Verdict;
import dev.pollux.director.control.ControlSocket;
import dev.pollux.director.dump.DumpDesk;
import dev.pollux.director.metrics.Clocks;
import dev.pollux.director.process.PidFiles;
import dev.pollux.director.process.SignalReceiver;
import dev.pollux.director.reload.History;
import dev.pollux.director.reload.Outcome;
import dev.pollux.director.reload.Reading;
import dev.pollux.director.reload.Reloads;
import dev.pollux.director.scheduling.Punctuality;
import dev.pollux.grammar.ReadResult;
import dev.pollux.grammar.model.Configuration;
import dev.pollux.grammar.model.TrackerKey;
import dev.pollux.linux.process.MemoryLock;
import dev.pollux.linux.signal.Signal;
import dev.pollux.linux.syscall.SystemCallException;
import dev.pollux.linux.time.NanoClock;
import dev.pollux.vrrp.bfd.BfdSessionStatus;
import dev.pollux.vrrp.machine.TrackerReading;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A director at work, from its first configuration until it has taken everything back. Owned by the {@code control} loop. */
final class Tenure {

    /** The control socket's name under /run. */
    static final String CONTROL = "control";

    private static final Logger LOG = LoggerFactory.getLogger(Tenure.class);

    /** For a reload to come to its end, and for the engines to stop; the supervisor waits longer than for both. */
    private static final int PATIENCE_SECONDS = 5;

    private static final Signal JSON = Signal.realTime(2);

    /** SIGRTMAX-1. */
    private static final Signal STATISTICS_ANEW = new Signal(63);

    private final DumpDesk dumps = new DumpDesk();
    private final RunOptions options;
    private final Loops loops;
    private final ConfigurationFile file;
    private final CompletableFuture<ExitCode> ended;
    private final Punctuality punctuality;
    private final EngineSet engines;
    private final Outside outside;
    private final Reloads reloads;
    private final PidFiles pidFiles;

    private @Nullable Configuration first;
    private History history = History.none();
    private Path controlSocket = EngineSet.journal(CONTROL);
    private boolean stopping;

    Tenure(RunOptions options, Loops loops, ConfigurationFile file, CompletableFuture<ExitCode> ended) {
        this.options = options;
        this.loops = loops;
        this.file = file;
        this.ended = ended;
        this.outside = new Outside(loops.control(), this::tracked);
        this.punctuality = new Punctuality(loops.vrrp(), loops.bfd(), loops.lvs(), loops.checks());
        this.engines = EngineSet.start(loops, punctuality, outside.listener());
        this.reloads = new Reloads(loops.control(), engines.asEngines(), this::next, this::concluded);
        this.pidFiles = new PidFiles(options.files());
    }

    /** Brings the first configuration into force. */
    void begin(Configuration configuration) {
        ServicesNamespace namespace =
                new ServicesNamespace(configuration.global().ipvs().namespace());
        Optional<String> complaint = namespace.enter(loops);
        if (complaint.isPresent()) {
            LOG.error(complaint.get());
            ended.complete(ExitCode.CONFIGURATION);
            return;
        }
        controlSocket = namespace.controlSocket();
        first = configuration;
        punctuality.apply(configuration);
        SignalReceiver.open(loops.control(), this::received);
        var unused = outside.begin(configuration).thenRun(this::request);
    }

    private void request() {
        if (!stopping) {
            reloads.request();
        }
    }

    private void tracked(TrackerKey key, TrackerReading reading) {
        engines.tracked(key, reading);
    }

    private Reading next() {
        Reading reading = read();
        if (reading instanceof Reading.Valid valid) {
            outside.expect(valid.configuration());
        }
        return reading;
    }

    private Reading read() {
        Configuration initial = first;
        if (initial != null) {
            first = null;
            return new Reading.Valid(initial);
        }
        LOG.info("Reloading");
        ReadResult result = file.readToRun(HeapDemand.capacity());
        if (result.tooLarge()) {
            return new Reading.Invalid(
                    List.of(HeapDemand.refusal(options.files().configuration(), result.bulk())));
        }
        DiagnosticLog.write(result);
        if (Verdict.atReload(result) == Verdict.RUN) {
            HeapGrowth.makeRoom(options.files().configuration(), result.bulk());
            return new Reading.Valid(file.wanted(result));
        }
        return new Reading.Invalid(List.of(options.files().configuration() + " has errors, see above"));
    }

    private void concluded(Outcome outcome) {
        boolean starting = history.applied() == 0;
        history = history.after(outcome, System.currentTimeMillis());
        if (starting) {
            started(outcome);
        } else if (outcome instanceof Outcome.Applied applied) {
            LOG.info("Reload finished, configuration {} is in force", applied.generation());
            punctuality.apply(reloads.current());
            outside.apply(reloads.current());
            pidFiles.write(reloads.current());
        } else if (outcome instanceof Outcome.Refused refused) {
            LOG.error("Reload refused, nothing changed: {}", String.join("; ", refused.reasons()));
            outside.expect(reloads.current());
        } else if (outcome instanceof Outcome.Failed failed) {
            LOG.error("Reload failed half-way, reload again to mend it", failed.reason());
        }
    }

    private void started(Outcome outcome) {
        if (outcome instanceof Outcome.Refused refused) {
            refused.reasons().forEach(LOG::error);
            ended.complete(ExitCode.CONFIGURATION);
        } else if (outcome instanceof Outcome.Failed failed) {
            LOG.error("Cannot start", failed.reason());
            stop(ExitCode.INTERNAL);
        } else {
            LOG.info("Startup complete");
            outside.apply(reloads.current());
            pidFiles.write(reloads.current());
            loops.control().execute(this::serve);
            loops.control().execute(Tenure::keepInMemory);
        }
    }

    /** A page that has to come from swap is an advert that comes too late. */
    private static void keepInMemory() {
        try {
            MemoryLock.lockAll();
        } catch (SystemCallException e) {
            LOG.info(
                    "Memory may be swapped out: {}; CAP_IPC_LOCK or a higher limit of locked memory helps",
                    e.getMessage());
        }
    }

    /** After all else: making the registry takes as long as the rest of the start. */
    private void serve() {
        ControlSocket.serve(loops.control(), controlSocket, engines.overridden());
        if (options.httpListen() != null) {
            new Telemetry(engines, outside, reloads::current, () -> history)
                    .serve(loops.control(), options.httpListen(), punctuality);
        }
    }

    private void received(Signal signal) {
        if (signal.equals(Signal.HUP)) {
            reloads.request();
        } else if (signal.equals(Signal.TERM) || (signal.equals(Signal.INT) && !options.ignoreInterrupt())) {
            stop(ExitCode.OK);
        } else {
            dump(signal);
        }
    }

    private void dump(Signal signal) {
        Map<String, String> groups = new HashMap<>();
        engines.syncGroups().forEach((name, state) -> groups.put(name, state.name()));
        Map<String, String> trackers = new HashMap<>(outside.trackerValues());
        List<BfdSessionStatus> sessions = engines.sessions().sessions();
        sessions.forEach(session -> trackers.put(
                "bfd " + session.instance().name(), session.session().state().text()));
        DumpDesk.Snapshot snapshot = new DumpDesk.Snapshot(
                reloads.current(), engines.routers(), groups, trackers, outside.processes(), sessions);
        if (signal.equals(Signal.USR1)) {
            dumps.state(snapshot);
        } else if (signal.equals(Signal.USR2)) {
            dumps.statistics(snapshot);
        } else if (signal.equals(STATISTICS_ANEW)) {
            dumps.statisticsAnew(snapshot);
        } else if (signal.equals(JSON)) {
            dumps.json(
                    snapshot,
                    new Clocks(System.currentTimeMillis(), NanoClock.system().nanoTime()));
        } else {
            LOG.info("{} has no effect", signal);
        }
    }

    private void stop(ExitCode code) {
        if (stopping) {
            return;
        }
        stopping = true;
        LOG.info("Stopping");
        ControlSocket.remove(controlSocket);
        outside.leave();
        var unused = reloads.idle()
                .toCompletableFuture()
                .copy()
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .handle((done, late) -> late == null)
                .thenCompose(inTime -> engines.stop(options.release()))
                .thenComposeAsync(done -> outside.finish(), loops.control())
                .toCompletableFuture()
                .orTimeout(2 * PATIENCE_SECONDS, TimeUnit.SECONDS)
                .whenComplete((done, failure) -> stopped(failure, code));
    }

    private void stopped(@Nullable Throwable failure, ExitCode code) {
        if (failure != null) {
            LOG.error("Not everything was taken back", failure);
        }
        pidFiles.remove();
        ended.complete(failure == null ? code : ExitCode.INTERNAL);
    }
}
