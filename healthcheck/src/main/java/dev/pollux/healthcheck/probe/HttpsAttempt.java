package dev.pollux.healthcheck.probe;

import dev.pollux.healthcheck.policy.CheckOutcome;
import dev.pollux.healthcheck.policy.CheckOutcome.Failed;
import dev.pollux.healthcheck.policy.CheckOutcome.Failure;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** One request and its answer over TLS. */
final class HttpsAttempt extends HttpAttempt {

    private final SslHandler tls;

    HttpsAttempt(HttpQuestion question, ConnectingProbe probe, SslHandler tls, Consumer<CheckOutcome> onOutcome) {
        super(question, probe, onOutcome);
        this.tls = tls;
    }

    @Override
    List<ChannelHandler> handlers() {
        List<ChannelHandler> handlers = new ArrayList<>();
        handlers.add(tls);
        handlers.addAll(super.handlers());
        return handlers;
    }

    @Override
    public void connected(Channel channel) {
        tls.handshakeFuture().addListener((Future<Channel> handshake) -> {
            if (handshake.isSuccess()) {
                ask(channel);
            } else {
                finish(new Failed(Failure.TLS_HANDSHAKE, reason(handshake)));
            }
        });
    }

    /** The time for the whole answer is one. */
    @Override
    boolean grantsTimePerRead() {
        return false;
    }

    private static String reason(Future<Channel> handshake) {
        Throwable cause = handshake.cause();
        return cause == null ? "Handshake cancelled" : "TLS handshake: " + ConnectError.words(cause);
    }
}
