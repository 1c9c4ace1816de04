package dev.pollux.healthcheck;

import java.time.Duration;

/**
 * A checker at the moment of its last check.
 *
 * @param type the keyword of the checker: {@code TCP_CHECK}, {@code HTTP_GET}, {@code SSL_GET}, {@code BFD_CHECK}
 * @param up the server counts as up for this checker
 * @param spoken false: not checked to a conclusion yet, {@code up} is an assumption
 * @param sinceNanos when {@code up} last changed, or the checker began, in nanoseconds of the director's clock
 * @param reason of the last check, for people, without a full stop
 * @param latency of the last check; zero before the first
 * @param consecutiveFailures failed checks since the last success
 * @param runs checks made, successful or not
 */
public record CheckerStatus(
        CheckerKey key,
        String type,
        boolean up,
        boolean spoken,
        long sinceNanos,
        String reason,
        Duration latency,
        long consecutiveFailures,
        long runs) {}
