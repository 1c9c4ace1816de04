package dev.pollux.healthcheck.policy;

/**
 * What is known of a server from one checker.
 *
 * @param up the server counts as up for this checker
 * @param spoken a verdict has been given: from then on only changes are told
 * @param forgiven failures in a row that were forgiven, counted against {@code retry}
 * @param step which URL comes next; 0 for checkers of one step
 * @param recovering the server is down and the URL at {@code step} is the one that failed: it alone is asked until it
 *     answers, then the whole list is walked
 */
public record CheckState(boolean up, boolean spoken, int forgiven, int step, boolean recovering) {

    /**
     * Of a checker that was in the configuration when the daemon started: nothing is forgiven before the first success, so
     * that a director that starts into a failure does not send clients there for the length of the retries.
     */
    public static CheckState atStart(CheckParameters parameters) {
        return new CheckState(!parameters.alpha(), false, parameters.retry(), 0, false);
    }

    /**
     * Of a checker that a reload brought.
     *
     * @param up whether the server counts as up until the checker has spoken
     */
    public static CheckState atReload(boolean up) {
        return new CheckState(up, false, 0, 0, false);
    }

    /** Of a checker whose timing changed: what it knows stays, its place in the list of URLs does not. */
    public CheckState withTiming(CheckParameters parameters) {
        return new CheckState(up, spoken, Math.min(forgiven, parameters.retry()), 0, false);
    }
}
