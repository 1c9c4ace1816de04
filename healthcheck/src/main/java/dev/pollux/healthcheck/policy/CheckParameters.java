package dev.pollux.healthcheck.policy;

import dev.pollux.grammar.model.CheckTiming;
import dev.pollux.grammar.model.Checker;
import dev.pollux.grammar.model.HttpCheck;
import java.time.Duration;

/**
 * What the rules need to know of a checker.
 *
 * @param delay to the next check after a success, after a check that could not be made, and while down
 * @param delayBeforeRetry to the next check after a forgiven failure
 * @param delayWhileDown to the next check after a failure that was not forgiven
 * @param retry failures in a row that are forgiven while up
 * @param warmup the first check starts at random within this time
 * @param alpha the server counts as down until the checker first succeeds
 * @param steps checks that together make one success: the number of URLs
 * @param walksList a recovered server must pass every step again, beginning with the first, before it is up
 */
public record CheckParameters(
        Duration delay,
        Duration delayBeforeRetry,
        Duration delayWhileDown,
        int retry,
        Duration warmup,
        boolean alpha,
        int steps,
        boolean walksList) {

    public static CheckParameters of(Checker checker) {
        if (checker instanceof HttpCheck http) {
            CheckTiming timing = http.timing();
            Duration longer = timing.delayBeforeRetry().compareTo(timing.delayLoop()) > 0
                    ? timing.delayBeforeRetry()
                    : timing.delayLoop();
            return of(timing, longer, http.urls().size(), true);
        }
        return of(checker.timing(), checker.timing().delayLoop(), 1, false);
    }

    private static CheckParameters of(CheckTiming timing, Duration delayWhileDown, int steps, boolean walksList) {
        return new CheckParameters(
                timing.delayLoop(),
                timing.delayBeforeRetry(),
                delayWhileDown,
                timing.retry(),
                timing.warmup(),
                timing.alpha(),
                steps,
                walksList);
    }
}
