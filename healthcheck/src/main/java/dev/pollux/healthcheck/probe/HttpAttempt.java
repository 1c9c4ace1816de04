package dev.pollux.healthcheck.probe;

import dev.pollux.healthcheck.policy.CheckOutcome;
import dev.pollux.healthcheck.policy.CheckOutcome.Failed;
import dev.pollux.healthcheck.policy.CheckOutcome.Failure;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import java.util.List;
import java.util.function.Consumer;

/** One request and its answer. */
class HttpAttempt extends Attempt implements AnswerHandler.Listener {

    private final HttpQuestion question;
    private final ConnectingProbe probe;
    private final HttpResponseReader reader;
    private boolean asked;

    HttpAttempt(HttpQuestion question, ConnectingProbe probe, Consumer<CheckOutcome> onOutcome) {
        super(onOutcome);
        this.question = question;
        this.probe = probe;
        this.reader = question.reader();
    }

    @Override
    List<ChannelHandler> handlers() {
        return List.of(new AnswerHandler(this));
    }

    @Override
    public void connected(Channel channel) {
        ask(channel);
    }

    @Override
    public void refused(ConnectError error) {
        Failure failure = error.blame() == ConnectError.Blame.NETWORK
                ? Failure.HTTP_NETWORK_UNREACHABLE
                : Failure.HTTP_UNREACHABLE;
        finish(new Failed(failure, error.reason()));
    }

    /** Sends the request; the server's time to answer begins. */
    final void ask(Channel channel) {
        asked = true;
        probe.grantTimeout();
        channel.writeAndFlush(question.request()).addListener((ChannelFuture sent) -> {
            Throwable cause = sent.cause();
            if (cause != null) {
                broken(ConnectError.words(cause));
            }
        });
    }

    @Override
    public void received(ByteBuf bytes) {
        if (grantsTimePerRead()) {
            probe.grantTimeout();
        }
        Failed failed = reader.read(bytes);
        if (failed != null) {
            finish(failed);
        }
    }

    /** Whether every piece of the answer gets the full time anew. */
    boolean grantsTimePerRead() {
        return true;
    }

    @Override
    public void ended() {
        if (!asked) {
            // A TLS handshake that breaks is reported by its own future.
            return;
        }
        CheckOutcome outcome = reader.end();
        if (outcome instanceof CheckOutcome.Passed) {
            question.compareLength(reader);
        }
        finish(outcome);
    }

    @Override
    public void broken(String reason) {
        if (asked) {
            finish(new Failed(Failure.HTTP_READ_ERROR, reason));
        }
    }

    @Override
    void timedOut() {
        finish(
                asked
                        ? new Failed(Failure.HTTP_READ_TIMEOUT, "Answer not complete within " + probe.patience())
                        : new Failed(Failure.HTTP_CONNECT_TIMEOUT, "No connection within " + probe.patience()));
    }
}
