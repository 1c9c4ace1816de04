package dev.pollux.healthcheck;

import dev.pollux.healthcheck.policy.CheckOutcome.Failed;
import dev.pollux.healthcheck.policy.CheckOutcome.Failure;
import dev.pollux.healthcheck.policy.CheckOutcome.Passed;
import dev.pollux.healthcheck.policy.CheckState;
import java.time.Duration;

/** {@code BFD_CHECK}: asks nobody, and is told whenever its session comes up or goes down. Owned by its loop. */
final class SessionCheck implements Checking {

    private final CheckContext context;
    private final CheckProgress progress;
    private boolean retired;

    /** @param state what is assumed of the server until something is heard of the session */
    SessionCheck(CheckContext context, CheckAssignment assignment, CheckState state) {
        this.context = context;
        this.progress = new CheckProgress(context, assignment, state);
    }

    @Override
    public void start(Duration delay) {
        assert context.loop().inEventLoop();
        progress.log().activated();
    }

    @Override
    public void keep(CheckAssignment next) {
        progress.keep(next);
    }

    @Override
    public void retime(CheckAssignment next, Duration delay) {
        progress.retime(next);
    }

    @Override
    public void tellAssumption() {
        progress.tell();
    }

    @Override
    public void retire() {
        assert context.loop().inEventLoop();
        retired = true;
    }

    @Override
    public CheckerStatus status() {
        return progress.status();
    }

    /** Something was heard of the session, perhaps what is known already. */
    void heard(SessionReading reading) {
        assert context.loop().inEventLoop();
        boolean news =
                !progress.state().spoken() || reading.up() != progress.state().up();
        if (!retired && news) {
            progress.conclude(
                    reading.up() ? new Passed() : new Failed(Failure.BFD_DOWN, reading.reason()),
                    context.clock().nanoTime(),
                    Duration.ZERO);
        }
    }
}
