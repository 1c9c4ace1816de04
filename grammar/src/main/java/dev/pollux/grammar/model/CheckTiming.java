package dev.pollux.grammar.model;

import java.time.Duration;

/**
 * When a checker runs and how patient it is.
 *
 * @param delayLoop {@code delay_loop}: from the end of one check to the next
 * @param retry {@code retry}: failures in a row that are forgiven while the server is up
 * @param delayBeforeRetry {@code delay_before_retry}: to the next attempt after a forgiven failure
 * @param warmup {@code warmup}: the first check starts at random within this time
 * @param alpha {@code alpha}: the checker counts as failed until it first succeeds
 * @param logAllFailures {@code log_all_failures}: also failures that change nothing are logged
 */
public record CheckTiming(
        Duration delayLoop,
        int retry,
        Duration delayBeforeRetry,
        Duration warmup,
        boolean alpha,
        boolean logAllFailures) {

    /** Of a checker that is told when something changes. */
    public static CheckTiming none() {
        return new CheckTiming(Duration.ZERO, 0, Duration.ZERO, Duration.ZERO, false, false);
    }

    /** The same for a server that counts as down until it is known to be well. */
    public CheckTiming withAlpha() {
        return new CheckTiming(delayLoop, retry, delayBeforeRetry, warmup, true, logAllFailures);
    }
}
