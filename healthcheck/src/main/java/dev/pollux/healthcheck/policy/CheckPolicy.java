package dev.pollux.healthcheck.policy;

import dev.pollux.healthcheck.policy.CheckOutcome.Failed;
import dev.pollux.healthcheck.policy.CheckOutcome.Passed;
import dev.pollux.healthcheck.policy.CheckTransition.Verdict;
import java.time.Duration;

/**
 * The rules by which results of checks become verdicts, as keepalived has them.
 *
 * <ul>
 *   <li>A server that is up goes down with the failure after {@code retry} forgiven ones. Only a success makes failures
 *       forgivable: at start the first failure counts.
 *   <li>One success brings it up again; there is no count of successes. Of several URLs one is asked per check, and the
 *       list as a whole is the success.
 *   <li>After a URL took the server down, that URL alone is asked until it answers; then the whole list must pass.
 *   <li>While down nothing is retried.
 *   <li>A check that could not be made changes nothing.
 * </ul>
 */
public final class CheckPolicy {

    /** Before this nothing is checked: the rest of the director is still starting. */
    private static final Duration BOOTSTRAP_DELAY = Duration.ofSeconds(1);

    private CheckPolicy() {}

    /**
     * From the start of a checker to its first check.
     *
     * @param chance at least 0, less than 1: where in the warm-up it falls
     */
    public static Duration firstDelay(CheckParameters parameters, double chance) {
        return BOOTSTRAP_DELAY.plusNanos((long) (parameters.warmup().toNanos() * chance));
    }

    public static CheckTransition step(CheckState state, CheckOutcome outcome, CheckParameters parameters) {
        if (outcome instanceof Passed) {
            return passed(state, parameters);
        }
        if (outcome instanceof Failed) {
            return failed(state, parameters);
        }
        return new CheckTransition(state, parameters.delay(), Verdict.NONE);
    }

    private static CheckTransition passed(CheckState state, CheckParameters parameters) {
        if (state.recovering()) {
            return quietly(new CheckState(false, state.spoken(), 0, 0, false), parameters.delay());
        }
        if (state.step() + 1 < parameters.steps()) {
            return quietly(new CheckState(state.up(), state.spoken(), 0, state.step() + 1, false), parameters.delay());
        }
        boolean news = !state.up() || !state.spoken();
        return new CheckTransition(
                new CheckState(true, true, 0, 0, false), parameters.delay(), news ? Verdict.UP : Verdict.NONE);
    }

    private static CheckTransition failed(CheckState state, CheckParameters parameters) {
        if (state.up() && state.forgiven() < parameters.retry()) {
            return quietly(
                    new CheckState(true, state.spoken(), state.forgiven() + 1, state.step(), false),
                    parameters.delayBeforeRetry());
        }
        boolean news = state.up() || !state.spoken();
        CheckState down = new CheckState(false, true, 0, state.step(), parameters.walksList());
        return new CheckTransition(down, parameters.delayWhileDown(), news ? Verdict.DOWN : Verdict.NONE);
    }

    private static CheckTransition quietly(CheckState next, Duration delay) {
        return new CheckTransition(next, delay, Verdict.NONE);
    }
}
