package dev.pollux.director.track;

import dev.pollux.grammar.model.Trackers.ProcessTracker;
import dev.pollux.linux.event.DeadlineTimer;
import dev.pollux.linux.processes.RunningProcess;
import dev.pollux.linux.time.NanoClock;
import io.netty.util.concurrent.EventExecutor;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One {@code vrrp_track_process}: who of its processes runs, and whether they have been enough, or too few, for long enough.
 * Owned by the {@code control} loop.
 */
final class TrackedProcesses {

    private static final Logger LOG = LoggerFactory.getLogger(TrackedProcesses.class);

    private final ProcessTracker tracker;
    private final NanoClock clock;
    private final Consumer<Boolean> listener;
    private final DeadlineTimer timer;
    private final Set<Integer> pids = new HashSet<>();
    private boolean well;

    TrackedProcesses(ProcessTracker tracker, EventExecutor loop, NanoClock clock, Consumer<Boolean> listener) {
        this.tracker = tracker;
        this.clock = clock;
        this.listener = listener;
        this.timer = new DeadlineTimer(loop, clock, this::settle);
    }

    ProcessTracker tracker() {
        return tracker;
    }

    boolean well() {
        return well;
    }

    ProcessStatus status() {
        return new ProcessStatus(tracker, pids.size(), well, timer.isArmed());
    }

    /** Everybody who runs; the first time it decides at once. */
    void begin(Iterable<RunningProcess> all) {
        count(all);
        well = enough();
        listener.accept(well);
    }

    /** Everybody who runs, counted anew. */
    void recount(Iterable<RunningProcess> all) {
        count(all);
        judge();
    }

    /** A process began, or became another program. */
    void saw(RunningProcess process) {
        if (ProcessMatch.matches(tracker, process)) {
            pids.add(process.pid());
        } else {
            pids.remove(process.pid());
        }
        judge();
    }

    /** A copy of a process is what that is. */
    void forked(int pid, int parent) {
        if (pids.contains(parent)) {
            pids.add(pid);
            judge();
        }
    }

    void ended(int pid) {
        if (pids.remove(pid)) {
            judge();
        }
    }

    void stop() {
        timer.cancel();
    }

    private void count(Iterable<RunningProcess> all) {
        pids.clear();
        for (RunningProcess process : all) {
            if (ProcessMatch.matches(tracker, process)) {
                pids.add(process.pid());
            }
        }
    }

    private boolean enough() {
        return pids.size() >= tracker.quorum() && pids.size() <= tracker.maximum();
    }

    /** What does not last for the delay has not happened. */
    private void judge() {
        if (enough() == well) {
            timer.disarm();
        } else if (!timer.isArmed()) {
            Duration delay = well ? tracker.terminateDelay() : tracker.forkDelay();
            if (delay.isZero()) {
                settle();
            } else {
                timer.arm(clock.nanoTime() + delay.toNanos());
            }
        }
    }

    private void settle() {
        if (enough() == well) {
            return;
        }
        well = !well;
        LOG.info("Quorum {} for tracked process {}, {} running", well ? "gained" : "lost", tracker.name(), pids.size());
        listener.accept(well);
    }
}
