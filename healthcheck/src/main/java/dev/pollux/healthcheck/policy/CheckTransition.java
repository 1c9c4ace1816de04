package dev.pollux.healthcheck.policy;

import java.time.Duration;

/**
 * What a check led to.
 *
 * @param next the state from now on
 * @param delay from the end of this check to the start of the next
 * @param verdict what to tell the rest of the director
 */
public record CheckTransition(CheckState next, Duration delay, Verdict verdict) {

    /** Told on the first conclusion and on every change. */
    public enum Verdict {
        NONE,
        UP,
        DOWN
    }
}
