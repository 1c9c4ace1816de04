package dev.pollux.linux.event;

import dev.pollux.linux.time.NanoClock;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A timer with an absolute deadline that is cheap to move later, as every advert moves the master-down deadline: arming
 * only stores the deadline, and the one scheduled task, when it finds itself early, schedules itself again. Only a
 * deadline earlier than the scheduled task cancels it.
 *
 * <p>Owned by its loop; every method is called there. The expiry handler runs on the loop with the timer disarmed and may
 * arm it again.
 */
public final class DeadlineTimer {

    private static final Logger log = LoggerFactory.getLogger(DeadlineTimer.class);

    private final EventExecutor loop;
    private final NanoClock clock;
    private final Runnable onExpiry;
    private final LatenessListener lateness;

    private boolean armed;
    private long deadlineNanos;
    private @Nullable Future<?> task;
    private long taskNanos;

    public DeadlineTimer(EventExecutor loop, NanoClock clock, Runnable onExpiry) {
        this(loop, clock, onExpiry, LatenessListener.NONE);
    }

    public DeadlineTimer(EventExecutor loop, NanoClock clock, Runnable onExpiry, LatenessListener lateness) {
        this.loop = loop;
        this.clock = clock;
        this.onExpiry = onExpiry;
        this.lateness = lateness;
    }

    /** Expires once at this time of the clock, at once if it has passed; replaces an earlier arming. */
    public void arm(long newDeadlineNanos) {
        assert loop.inEventLoop();
        armed = true;
        deadlineNanos = newDeadlineNanos;
        if (task == null) {
            schedule();
        } else if (taskNanos - newDeadlineNanos > 0) {
            task.cancel(false);
            schedule();
        }
    }

    /** Does not expire until armed again. The scheduled task stays and finds nothing to do. */
    public void disarm() {
        assert loop.inEventLoop();
        armed = false;
    }

    public boolean isArmed() {
        return armed;
    }

    /** The time armed for, in nanoseconds of the clock. Meaningless while disarmed. */
    public long deadlineNanos() {
        return deadlineNanos;
    }

    /** Disarms and drops the scheduled task, so that a timer of no further use is not kept by the loop. */
    public void cancel() {
        disarm();
        if (task != null) {
            task.cancel(false);
            task = null;
        }
    }

    private void schedule() {
        taskNanos = deadlineNanos;
        task = loop.schedule(this::fire, taskNanos - clock.nanoTime(), TimeUnit.NANOSECONDS);
    }

    private void fire() {
        task = null;
        if (!armed) {
            return;
        }
        long late = clock.nanoTime() - deadlineNanos;
        if (late < 0) {
            schedule();
            return;
        }
        armed = false;
        lateness.expired(late);
        try {
            onExpiry.run();
        } catch (RuntimeException | AssertionError e) {
            // Netty would keep it silently in the task's future.
            log.error("A timer's handler failed", e);
        }
    }
}
