package dev.pollux.healthcheck.policy;

import java.time.Duration;

/**
 * When the next check is due, in nanoseconds of one monotonic clock.
 *
 * <p>The delay counts from the end of a check. But if every check were timed from when the last really ended, each timer
 * that fires late would push all later checks back, and thousands of checks per second would quietly become fewer. So the
 * next one is due as if this one had begun on time: its own length counts, the lateness of its start does not.
 */
public final class CheckDeadline {

    private CheckDeadline() {}

    /**
     * The next deadline, never before {@code ended}: checks that were missed are not made up.
     *
     * @param due when the check should have begun
     * @param began when it did
     * @param ended when its outcome was known
     */
    public static long next(long due, long began, long ended, Duration delay) {
        long next = due + (ended - began) + delay.toNanos();
        return next - ended < 0 ? ended : next;
    }
}
