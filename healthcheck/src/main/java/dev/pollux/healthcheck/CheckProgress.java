package dev.pollux.healthcheck;

import dev.pollux.healthcheck.policy.CheckOutcome;
import dev.pollux.healthcheck.policy.CheckParameters;
import dev.pollux.healthcheck.policy.CheckPolicy;
import dev.pollux.healthcheck.policy.CheckState;
import dev.pollux.healthcheck.policy.CheckTransition;
import dev.pollux.healthcheck.policy.CheckTransition.Verdict;
import java.time.Duration;

/** What a checker has come to so far, however it learns: judges outcomes, tells verdicts. Owned by the checker's loop. */
final class CheckProgress {

    private final CheckContext context;
    private final CheckRecord record;
    private CheckAssignment assignment;
    private CheckParameters parameters;
    private CheckState state;
    private CheckerLog checkerLog;

    /** @param state what is assumed of the server until something is known */
    CheckProgress(CheckContext context, CheckAssignment assignment, CheckState state) {
        this.context = context;
        this.assignment = assignment;
        this.state = state;
        this.parameters = CheckParameters.of(assignment.checker());
        this.checkerLog = new CheckerLog(assignment);
        this.record = new CheckRecord(assignment, state.up(), context.clock().nanoTime());
    }

    CheckAssignment assignment() {
        return assignment;
    }

    CheckState state() {
        return state;
    }

    CheckerStatus status() {
        return record.status();
    }

    CheckerLog log() {
        return checkerLog;
    }

    /** The same checker, perhaps at another place in its server's list, where another one may have spoken. */
    void keep(CheckAssignment next) {
        assert context.loop().inEventLoop();
        boolean moved = next.key().index() != assignment.key().index();
        assignment = next;
        checkerLog = new CheckerLog(next);
        record.assign(next);
        if (moved && state.spoken()) {
            tell();
        }
    }

    /** The same checker with another timing. */
    void retime(CheckAssignment next) {
        keep(next);
        parameters = CheckParameters.of(next.checker());
        state = state.withTiming(parameters);
    }

    /** Tells what is known or assumed now. */
    void tell() {
        assert context.loop().inEventLoop();
        context.tell(record.verdict());
    }

    /**
     * Something was found out.
     *
     * @param at when, in nanoseconds of the clock
     * @param took how long that took
     */
    CheckTransition conclude(CheckOutcome outcome, long at, Duration took) {
        CheckState before = state;
        CheckTransition transition = CheckPolicy.step(before, outcome, parameters);
        state = transition.next();
        checkerLog.outcome(
                before, outcome, transition.verdict(), record.status().consecutiveFailures());
        record.note(outcome, state, at, took);
        if (transition.verdict() != Verdict.NONE) {
            tell();
        }
        return transition;
    }
}
