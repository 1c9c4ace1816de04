package dev.pollux.vrrp;

import java.util.concurrent.TimeUnit;

/**
 * When to say again that something is still wrong: after a minute, and then twice as long after each time, up to an hour. Owned
 * by the {@code vrrp} loop.
 */
final class Reminder {

    private static final long FIRST = TimeUnit.MINUTES.toNanos(1);
    private static final long LONGEST = TimeUnit.HOURS.toNanos(1);

    private long since;
    private long next;
    private long pause;

    /** It begins now, and has been said. */
    void begin(long now) {
        since = now;
        pause = FIRST;
        next = now + pause;
    }

    /** Whether to say it now; if so, it counts as said. */
    boolean isDue(long now) {
        if (now - next < 0) {
            return false;
        }
        pause = Math.min(2 * pause, LONGEST);
        next = now + pause;
        return true;
    }

    /** How long it has lasted, in seconds. */
    double lasted(long now) {
        return (now - since) / (double) TimeUnit.SECONDS.toNanos(1);
    }
}
