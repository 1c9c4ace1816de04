package dev.pollux.director.track;

import dev.pollux.director.script.ScriptCommands;
import dev.pollux.director.script.ScriptCounts;
import dev.pollux.grammar.model.Trackers.ScriptTracker;
import dev.pollux.linux.child.Command;
import dev.pollux.linux.child.TimedRun;
import dev.pollux.linux.event.DeadlineTimer;
import dev.pollux.linux.syscall.SystemCallException;
import dev.pollux.linux.time.NanoClock;
import io.netty.channel.IoEventLoop;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One {@code vrrp_script}: runs it at fixed times and never twice at once; a run that is still under way when the next is due
 * takes its place. Owned by the {@code control} loop.
 */
final class TrackedScript {

    private static final Logger LOG = LoggerFactory.getLogger(TrackedScript.class);

    private final IoEventLoop loop;
    private final NanoClock clock = NanoClock.system();
    private final ScriptCounts.Count counts;
    private final Consumer<ScriptHealth> listener;
    private final DeadlineTimer timer;
    private ScriptTracker tracker;
    private ScriptCommands commands;
    private ScriptHealth health;
    private @Nullable TimedRun run;
    private @Nullable String lastExit;
    private boolean stopped;

    TrackedScript(IoEventLoop loop, ScriptTracker tracker, ScriptCommands commands, Hearing hearing) {
        this.loop = loop;
        this.tracker = tracker;
        this.commands = commands;
        this.counts = hearing.counts();
        this.listener = hearing.listener();
        this.health = ScriptHealth.initial(tracker.rise(), tracker.fall(), tracker.initiallyFailed());
        this.timer = new DeadlineTimer(loop, clock, this::due);
    }

    /** Who hears of it. */
    record Hearing(ScriptCounts.Count counts, Consumer<ScriptHealth> listener) {}

    ScriptHealth health() {
        return health;
    }

    /** The first run is now. */
    void start() {
        if (health.known()) {
            listener.accept(health);
        }
        timer.arm(clock.nanoTime());
    }

    /** A reload changed it; what is known of it stays. */
    void reconfigure(ScriptTracker next, ScriptCommands nextCommands) {
        commands = nextCommands;
        if (!next.equals(tracker)) {
            tracker = next;
            health = health.under(next.rise(), next.fall());
            timer.arm(clock.nanoTime());
        }
    }

    void stop() {
        stopped = true;
        timer.cancel();
        if (run != null) {
            run.stop();
        }
    }

    private void due() {
        timer.arm(timer.deadlineNanos() + missed() * tracker.interval().toNanos());
        if (run != null) {
            LOG.debug("Track script {} is already running, skipping run", tracker.name());
            return;
        }
        if (!tracker.runnable()) {
            conclude(false, "cannot be run");
            return;
        }
        commands.command(tracker.script(), List.of())
                .ifPresentOrElse(this::start, () -> conclude(false, "cannot run as its user"));
    }

    /** How many intervals on the next run is due; times that have passed are not made up for. */
    private long missed() {
        Duration late = Duration.ofNanos(clock.nanoTime() - timer.deadlineNanos());
        return Math.max(0, late.toNanos() / tracker.interval().toNanos()) + 1;
    }

    private void start(Command command) {
        try {
            counts.started();
            run = TimedRun.start(loop, command, tracker.limit(), this::ended);
        } catch (SystemCallException e) {
            counts.failed();
            conclude(false, "could not be started: " + e.getMessage());
        }
    }

    private void ended(TimedRun.Outcome outcome) {
        run = null;
        if (stopped) {
            return;
        }
        if (outcome.timedOut()) {
            counts.timedOut();
        } else if (!outcome.successful()) {
            counts.failed();
        }
        conclude(outcome.successful(), outcome.text());
    }

    private void conclude(boolean success, String text) {
        if (lastExit != null && !lastExit.equals(text)) {
            LOG.info("Script `{}` now {}", tracker.name(), text.replace("exited with status", "returning"));
        }
        lastExit = text;
        ScriptHealth before = health;
        health = health.after(success);
        if (!before.known() || before.well() != health.well()) {
            if (health.well()) {
                LOG.info("VRRP_Script({}) succeeded", tracker.name());
            } else {
                LOG.warn("VRRP_Script({}) failed ({})", tracker.name(), text);
            }
            listener.accept(health);
        }
    }
}
