package dev.pollux.healthcheck;

import dev.pollux.healthcheck.policy.CheckDeadline;
import dev.pollux.healthcheck.policy.CheckOutcome;
import dev.pollux.healthcheck.policy.CheckOutcome.NotMade;
import dev.pollux.healthcheck.policy.CheckState;
import dev.pollux.healthcheck.policy.CheckTransition;
import dev.pollux.healthcheck.probe.Probe;
import dev.pollux.linux.event.DeadlineTimer;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One checker at work: keeps its state, asks when it is time, tells what it concludes. Owned by its loop. */
final class CheckRunner implements Checking {

    private static final Logger log = LoggerFactory.getLogger(CheckRunner.class);

    private final CheckContext context;
    private final Probe probe;
    private final DeadlineTimer timer;
    private final CheckProgress progress;
    private long due;
    private long began;
    /** Counts appointments, so that one that has waited in line knows when it has been cancelled. */
    private long appointment;

    private boolean underWay;
    private boolean retired;

    /** @param state what is assumed of the server until it is known */
    CheckRunner(CheckContext context, CheckAssignment assignment, CheckState state) {
        this.context = context;
        this.progress = new CheckProgress(context, assignment, state);
        this.probe =
                context.probe(assignment.checker(), remark -> progress.log().remark(remark));
        this.timer = new DeadlineTimer(context.loop(), context.clock(), this::whenDue, context.lateness());
    }

    @Override
    public void start(Duration delay) {
        assert context.loop().inEventLoop();
        progress.log().activated();
        schedule(delay);
    }

    @Override
    public void keep(CheckAssignment next) {
        progress.keep(next);
    }

    @Override
    public void retime(CheckAssignment next, Duration delay) {
        progress.retime(next);
        abandon();
        schedule(delay);
    }

    @Override
    public void tellAssumption() {
        progress.tell();
    }

    @Override
    public void retire() {
        assert context.loop().inEventLoop();
        retired = true;
        timer.cancel();
        abandon();
    }

    @Override
    public CheckerStatus status() {
        return progress.status();
    }

    private void schedule(Duration delay) {
        schedule(context.clock().nanoTime() + delay.toNanos());
    }

    private void schedule(long deadline) {
        appointment++;
        due = deadline;
        timer.arm(due);
    }

    private void abandon() {
        if (underWay) {
            underWay = false;
            probe.abandon();
            context.budget().release();
        }
    }

    private void whenDue() {
        long now = appointment;
        context.budget().spend(() -> begin(now));
    }

    private void begin(long forAppointment) {
        if (retired || forAppointment != appointment) {
            context.budget().release();
            return;
        }
        underWay = true;
        began = context.clock().nanoTime();
        try {
            probe.start(progress.state().step(), this::finished);
        } catch (RuntimeException e) {
            // A defect in one checker must not end its checks for good.
            log.error("Check of {} could not be made", progress.assignment().server(), e);
            probe.abandon();
            finished(new NotMade("check", e.toString()));
        }
    }

    private void finished(CheckOutcome outcome) {
        if (!underWay) {
            return;
        }
        underWay = false;
        context.budget().release();
        long ended = context.clock().nanoTime();
        CheckTransition transition = progress.conclude(outcome, ended, Duration.ofNanos(ended - began));
        schedule(CheckDeadline.next(due, began, ended, transition.delay()));
    }
}
