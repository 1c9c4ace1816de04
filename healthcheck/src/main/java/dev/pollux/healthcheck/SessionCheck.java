package dev.pollux.healthcheck;

import dev.pollux.healthcheck.policy.CheckOutcome;
import dev.pollux.healthcheck.policy.CheckOutcome.Failed;
import dev.pollux.healthcheck.policy.CheckOutcome.Failure;
import dev.pollux.healthcheck.policy.CheckOutcome.Passed;
import dev.pollux.healthcheck.policy.CheckParameters;
import dev.pollux.healthcheck.policy.CheckPolicy;
import dev.pollux.healthcheck.policy.CheckState;
import dev.pollux.healthcheck.policy.CheckTransition;
import dev.pollux.healthcheck.policy.CheckTransition.Verdict;
import java.time.Duration;

/** {@code BFD_CHECK}: asks nobody, and is told whenever its session comes up or goes down. Owned by its loop. */
final class SessionCheck implements Checking {

    private final CheckContext context;
    private final CheckRecord record;
    private CheckAssignment assignment;
    private CheckParameters parameters;
    private CheckState state;
    private CheckerLog checkerLog;
    private boolean retired;

    /** @param state what is assumed of the server until something is heard of the session */
    SessionCheck(CheckContext context, CheckAssignment assignment, CheckState state) {
        this.context = context;
        this.assignment = assignment;
        this.state = state;
        this.parameters = CheckParameters.of(assignment.checker());
        this.checkerLog = new CheckerLog(assignment);
        this.record = new CheckRecord(assignment, state.up(), context.clock().nanoTime());
    }

    @Override
    public void start(Duration delay) {
        assert context.loop().inEventLoop();
        checkerLog.activated();
    }

    @Override
    public void keep(CheckAssignment next) {
        assert context.loop().inEventLoop();
        boolean moved = next.key().index() != assignment.key().index();
        assignment = next;
        parameters = CheckParameters.of(next.checker());
        checkerLog = new CheckerLog(next);
        record.assign(next);
        if (moved && state.spoken()) {
            context.tell(record.verdict());
        }
    }

    @Override
    public void retime(CheckAssignment next, Duration delay) {
        keep(next);
    }

    @Override
    public void tellAssumption() {
        assert context.loop().inEventLoop();
        context.tell(record.verdict());
    }

    @Override
    public void retire() {
        assert context.loop().inEventLoop();
        retired = true;
    }

    @Override
    public CheckerStatus status() {
        return record.status();
    }

    /** Something was heard of the session, perhaps what is known already. */
    void heard(SessionReading reading) {
        assert context.loop().inEventLoop();
        boolean news = !state.spoken() || reading.up() != state.up();
        if (retired || !news) {
            return;
        }
        CheckOutcome outcome = reading.up() ? new Passed() : new Failed(Failure.BFD_DOWN, reading.reason());
        CheckState before = state;
        CheckTransition transition = CheckPolicy.step(before, outcome, parameters);
        state = transition.next();
        checkerLog.outcome(before, outcome, transition.verdict(), 0);
        record.note(outcome, state, context.clock().nanoTime(), Duration.ZERO);
        if (transition.verdict() != Verdict.NONE) {
            context.tell(record.verdict());
        }
    }
}
