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
 * only stores the deadline, and the one scheduled task, when it finds itself early, comes again. Only a deadline earlier than
 * the scheduled task cancels it.
 *
 * <p>Of a timer with a rhythm - always armed anew for the same time later, or always moved before it expires - the task
 * becomes a periodic one: from then on neither arming nor expiry allocates.
 *
 * <p>Owned by its loop; every method is called there. The expiry handler runs on the loop with the timer disarmed and may
 * arm it again.
 */
public final class DeadlineTimer {

    private static final Logger log = LoggerFactory.getLogger(DeadlineTimer.class);

    /** So many periods late, as after a suspension, the task is made anew instead of catching up. */
    private static final int MOST_MISSED = 8;

    private final EventExecutor loop;
    private final NanoClock clock;
    private final Runnable onExpiry;
    private final Runnable onFire = this::fire;
    private final LatenessListener lateness;

    private boolean armed;
    private boolean firing;
    private long deadlineNanos;
    private @Nullable Future<?> task;
    /** When the task comes next. */
    private long taskNanos;
    /** 0: once. */
    private long periodNanos;
    /** From one expiry to the deadline that its handler armed for. */
    private long rhythmNanos;

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
        if (!firing && (task == null || taskNanos - newDeadlineNanos > 0)) {
            schedule(0);
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
        drop();
    }

    private void fire() {
        long now = clock.nanoTime();
        long due = taskNanos;
        taskNanos += periodNanos;
        if (periodNanos == 0) {
            task = null;
        } else if (now - due > MOST_MISSED * periodNanos) {
            drop();
        }
        if (!armed) {
            drop();
        } else if (now - deadlineNanos < 0) {
            early(now);
        } else {
            expire(now);
        }
    }

    /** Between the tasks of a rhythm that is too fast for the deadline, or that the deadline runs away from. */
    private void early(long now) {
        long left = deadlineNanos - now;
        if (task == null) {
            schedule(left / 2);
        } else if (taskNanos - deadlineNanos > 0) {
            schedule(0);
        }
    }

    private void expire(long now) {
        long expired = deadlineNanos;
        armed = false;
        firing = true;
        lateness.expired(now - expired);
        try {
            onExpiry.run();
        } catch (RuntimeException | AssertionError e) {
            // Netty would keep it silently in the task's future.
            log.error("A timer's handler failed", e);
        } finally {
            firing = false;
        }
        if (!armed) {
            drop();
            return;
        }
        long step = deadlineNanos - expired;
        if (task == null || taskNanos - deadlineNanos > 0) {
            schedule(step == rhythmNanos && step > 0 ? step : 0);
        }
        rhythmNanos = step;
    }

    /**
     * Replaces the task.
     *
     * @param period 0: one that comes once, at the deadline; else one that comes again and again, so that it hits the deadline
     */
    private void schedule(long period) {
        drop();
        long left = deadlineNanos - clock.nanoTime();
        periodNanos = period;
        if (period == 0) {
            taskNanos = deadlineNanos;
            task = loop.schedule(onFire, left, TimeUnit.NANOSECONDS);
        } else {
            long first = left > period ? left - period : left;
            taskNanos = deadlineNanos - left + first;
            task = loop.scheduleAtFixedRate(onFire, first, period, TimeUnit.NANOSECONDS);
        }
    }

    private void drop() {
        if (task != null) {
            task.cancel(false);
            task = null;
        }
        periodNanos = 0;
    }
}
