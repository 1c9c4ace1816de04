package dev.pollux.healthcheck.probe;

import dev.pollux.grammar.model.HttpCheck;
import dev.pollux.grammar.model.HttpCheck.TlsQuestion;
import dev.pollux.healthcheck.policy.CheckOutcome;
import dev.pollux.linux.time.NanoClock;
import io.netty.channel.IoEventLoop;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * {@code HTTP_GET} and {@code SSL_GET}: the server must answer one request with an accepted status, and the wanted body where
 * a digest is given, and close the connection.
 *
 * <p>{@code connect_timeout} is granted for the connection and the TLS handshake together, then again for the first bytes of
 * the answer and, without TLS, for every further piece of it. So a server that never stops sending slowly is never given up,
 * as in keepalived. Chunked encoding is not undone and redirects are not followed.
 */
public final class HttpChecker extends ConnectingProbe {

    private final List<HttpQuestion> questions;
    private final TlsClient tls;
    private final @Nullable TlsQuestion secured;
    private final Consumer<String> onRemark;

    /**
     * A checker of one server.
     *
     * @param onRemark hears of oddities that do not fail a check, once each
     */
    public HttpChecker(IoEventLoop loop, NanoClock clock, HttpCheck check, TlsClient tls, Consumer<String> onRemark) {
        super(loop, clock, check.connection());
        this.questions = check.urls().stream()
                .map(url -> new HttpQuestion(url, HttpRequestCodec.encode(check, url), onRemark))
                .toList();
        this.tls = tls;
        this.secured = check.tls();
        this.onRemark = onRemark;
    }

    @Override
    Attempt attempt(int step, Consumer<CheckOutcome> onOutcome) {
        HttpQuestion question = questions.get(step);
        return secured == null
                ? new HttpAttempt(question, this, onOutcome)
                : new HttpsAttempt(question, this, tls.handler(secured.identity(), onRemark), onOutcome);
    }
}
