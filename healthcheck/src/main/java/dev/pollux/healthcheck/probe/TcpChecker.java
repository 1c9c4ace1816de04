package dev.pollux.healthcheck.probe;

import dev.pollux.grammar.model.TcpCheck;
import dev.pollux.healthcheck.policy.CheckOutcome;
import dev.pollux.healthcheck.policy.CheckOutcome.Failed;
import dev.pollux.healthcheck.policy.CheckOutcome.Failure;
import dev.pollux.healthcheck.policy.CheckOutcome.Passed;
import dev.pollux.linux.time.NanoClock;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.IoEventLoop;
import java.util.List;
import java.util.function.Consumer;

/**
 * {@code TCP_CHECK}: a connection must be established within {@code connect_timeout}. It is closed at once, with a FIN, so
 * that the server's log shows an empty connection and not an error.
 */
public final class TcpChecker extends ConnectingProbe {

    public TcpChecker(IoEventLoop loop, NanoClock clock, TcpCheck check) {
        super(loop, clock, check.connection());
    }

    @Override
    Attempt attempt(int step, Consumer<CheckOutcome> onOutcome) {
        return new TcpAttempt(onOutcome);
    }

    private final class TcpAttempt extends Attempt {

        TcpAttempt(Consumer<CheckOutcome> onOutcome) {
            super(onOutcome);
        }

        @Override
        List<ChannelHandler> handlers() {
            return List.of();
        }

        @Override
        public void connected(Channel channel) {
            finish(new Passed());
        }

        @Override
        public void refused(ConnectError error) {
            finish(new Failed(Failure.TCP_UNREACHABLE, error.reason()));
        }

        @Override
        void timedOut() {
            finish(new Failed(Failure.TCP_TIMEOUT, "No connection within " + patience()));
        }
    }
}
