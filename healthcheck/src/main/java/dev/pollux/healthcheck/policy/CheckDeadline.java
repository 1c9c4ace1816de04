package dev.pollux.healthcheck.policy;

import java.time.Duration;

/**
 * When the next check is due, in nanoseconds of one monotonic clock.
 *
 * <p>The delay counts from the end of a check. But if every check were timed from when the last really ended, each timer
 * that fires late would push all later checks back, and thousands of checks per second would quietly become fewer. So the
 * next one is due as if this one had begun on time: its own length counts, the lateness of its start does not. Yet it is
 * never sooner than half the delay: a director that has been held up must not ask servers twice in a breath, nor spend the
 * patience that retries are for.
 */
public final class CheckDeadline {

    private CheckDeadline() {}

    /**
     * The next deadline. Checks that were missed are not made up.
     *
     * @param due when the check should have begun
     * @param began when it did
     * @param ended when its outcome was known
     */
    public static long next(long due, long began, long ended, Duration delay) {
        long lateness = Math.max(0, began - due);
        return ended + delay.toNanos() - Math.min(lateness, delay.toNanos() / 2);
    }
}
