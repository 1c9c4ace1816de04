package dev.pollux.healthcheck;

import dev.pollux.grammar.model.Checker;
import dev.pollux.healthcheck.policy.CheckOutcome;
import dev.pollux.healthcheck.policy.CheckOutcome.Failed;
import dev.pollux.healthcheck.policy.CheckOutcome.NotMade;
import dev.pollux.healthcheck.policy.CheckState;
import java.time.Duration;

/** What a checker shows of itself. Written by its loop, read by any thread as an immutable snapshot. */
final class CheckRecord {

    private volatile CheckerStatus status;
    private Checker checker;

    CheckRecord(CheckAssignment assignment, boolean up, long now) {
        checker = assignment.checker();
        status = new CheckerStatus(
                assignment.key(), assignment.type(), up, false, now, "Not checked yet", Duration.ZERO, 0, 0);
    }

    CheckerStatus status() {
        return status;
    }

    CheckerVerdict verdict() {
        CheckerStatus now = status;
        return new CheckerVerdict(
                now.key().virtualServer(),
                now.key().realServer(),
                now.key().index(),
                checker,
                now.up(),
                now.reason(),
                now.latency());
    }

    /** The checker stands at another place. */
    void assign(CheckAssignment assignment) {
        checker = assignment.checker();
        CheckerStatus old = status;
        status = new CheckerStatus(
                assignment.key(),
                old.type(),
                old.up(),
                old.spoken(),
                old.sinceNanos(),
                old.reason(),
                old.latency(),
                old.consecutiveFailures(),
                old.runs());
    }

    /** A check has ended and led to this state. */
    void note(CheckOutcome outcome, CheckState state, long now, Duration latency) {
        CheckerStatus old = status;
        boolean made = !(outcome instanceof NotMade);
        status = new CheckerStatus(
                old.key(),
                old.type(),
                state.up(),
                state.spoken(),
                state.up() == old.up() ? old.sinceNanos() : now,
                reason(outcome),
                made ? latency : old.latency(),
                failures(outcome, old.consecutiveFailures()),
                made ? old.runs() + 1 : old.runs());
    }

    private static long failures(CheckOutcome outcome, long before) {
        if (outcome instanceof NotMade) {
            return before;
        }
        return outcome instanceof Failed ? before + 1 : 0;
    }

    private static String reason(CheckOutcome outcome) {
        if (outcome instanceof Failed failed) {
            return failed.reason();
        }
        if (outcome instanceof NotMade notMade) {
            return notMade.step() + ": " + notMade.reason();
        }
        return "Check passed";
    }
}
