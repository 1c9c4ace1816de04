package dev.pollux.linux.child;

import dev.pollux.linux.event.DeadlineTimer;
import dev.pollux.linux.signal.Signal;
import dev.pollux.linux.time.NanoClock;
import io.netty.channel.IoEventLoop;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One run of a program that may take only so long: then the whole process group is asked to end, and two seconds later it is
 * killed. Belongs to the loop it was started on.
 */
public final class TimedRun {

    /** Between SIGTERM and SIGKILL. */
    static final Duration GRACE = Duration.ofSeconds(2);

    private final NanoClock clock;
    private final DeadlineTimer timer;
    private @Nullable ChildProcess process;
    private boolean asked;
    private boolean timedOut;

    private TimedRun(IoEventLoop loop, NanoClock clock) {
        this.clock = clock;
        this.timer = new DeadlineTimer(loop, clock, this::expire);
    }

    /** What came of a run: an exit, perhaps because its time was over. */
    public record Outcome(ChildExit exit, boolean timedOut) {

        public boolean successful() {
            return exit.successful() && !timedOut;
        }

        /** Completes "the program". */
        public String text() {
            return timedOut ? "timed out" : exit.text();
        }
    }

    /**
     * Starts a program.
     *
     * @param limit zero: it may take as long as it wants
     * @throws dev.pollux.linux.syscall.SystemCallException when nothing could be started
     */
    public static TimedRun start(IoEventLoop loop, Command command, Duration limit, Consumer<Outcome> onEnd) {
        NanoClock clock = NanoClock.system();
        TimedRun run = new TimedRun(loop, clock);
        run.process = ChildProcess.start(loop, command, exit -> {
            run.timer.cancel();
            onEnd.accept(new Outcome(exit, run.timedOut));
        });
        if (!limit.isZero()) {
            run.timer.arm(clock.nanoTime() + limit.toNanos());
        }
        return run;
    }

    /** Ends it before its time, with the same grace. */
    public void stop() {
        if (!asked) {
            ask();
        }
    }

    /** A timer that fires late proves nothing: the program may have ended while we did not run. */
    private void expire() {
        if (process != null && process.lookEnded()) {
            return;
        }
        if (asked) {
            signal(Signal.KILL);
            // Nobody survives SIGKILL but who sleeps in the kernel.
            timer.arm(clock.nanoTime() + GRACE.toNanos());
        } else {
            timedOut = true;
            ask();
        }
    }

    private void ask() {
        asked = true;
        signal(Signal.TERM);
        timer.arm(clock.nanoTime() + GRACE.toNanos());
    }

    private void signal(Signal signal) {
        if (process != null) {
            process.signalGroup(signal);
        }
    }
}
