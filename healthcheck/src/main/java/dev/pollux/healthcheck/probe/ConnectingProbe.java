package dev.pollux.healthcheck.probe;

import dev.pollux.grammar.model.CheckConnection;
import dev.pollux.healthcheck.policy.CheckOutcome;
import dev.pollux.linux.time.NanoClock;
import io.netty.channel.Channel;
import io.netty.channel.IoEventLoop;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A probe that makes a new connection for every check. */
abstract class ConnectingProbe implements Probe {

    private final Connector connector;
    private final Duration timeout;
    private final ReplyDeadline deadline;
    private @Nullable Attempt attempt;

    ConnectingProbe(IoEventLoop loop, NanoClock clock, CheckConnection connection) {
        this.connector = new Connector(loop, connection);
        this.timeout = connection.timeout();
        this.deadline = new ReplyDeadline(loop, clock, this::timedOut);
    }

    /** The check that asks this question. */
    abstract Attempt attempt(int step, Consumer<CheckOutcome> onOutcome);

    @Override
    public final void start(int step, Consumer<CheckOutcome> onOutcome) {
        Attempt begun = attempt(step, outcome -> {
            end();
            onOutcome.accept(outcome);
        });
        attempt = begun;
        grantTimeout();
        Channel channel = connector.connect(begun.handlers(), begun);
        if (channel != null) {
            begun.own(channel);
        }
    }

    @Override
    public final void abandon() {
        if (attempt != null) {
            attempt.abandon();
            end();
        }
    }

    /** The next stage of the check may take {@code connect_timeout} from now. */
    final void grantTimeout() {
        deadline.arm(timeout);
    }

    /** {@code connect_timeout} for people. */
    final String patience() {
        return Seconds.of(timeout);
    }

    private void end() {
        attempt = null;
        deadline.disarm();
    }

    private void timedOut() {
        if (attempt != null) {
            attempt.timedOut();
        }
    }
}
