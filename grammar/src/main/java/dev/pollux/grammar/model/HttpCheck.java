package dev.pollux.grammar.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code HTTP_GET} or {@code SSL_GET}: up when every URL answers as it should.
 *
 * @param tls how {@code SSL_GET} asks; null: {@code HTTP_GET}, in clear text
 * @param fastRecovery {@code fast_recovery}: a server that comes back is asked for one URL right after the other
 * @param urls in file order, at least one
 */
public record HttpCheck(
        CheckTiming timing,
        CheckConnection connection,
        @Nullable TlsQuestion tls,
        HttpProtocol protocol,
        boolean fastRecovery,
        List<HttpUrl> urls)
        implements Checker.Connecting {

    public HttpCheck {
        urls = List.copyOf(urls);
    }

    @Override
    public String keyword() {
        return tls == null ? "HTTP_GET" : "SSL_GET";
    }

    @Override
    public HttpCheck withTiming(CheckTiming other) {
        return new HttpCheck(other, connection, tls, protocol, fastRecovery, urls);
    }

    /** {@code http_protocol}. */
    public enum HttpProtocol {
        /** {@code 1.0}: HTTP/1.0 without a Connection header. */
        HTTP_1_0,
        /** {@code 1.0C}: HTTP/1.0 with {@code Connection: close}. */
        HTTP_1_0_CLOSE,
        /** {@code 1.1}: HTTP/1.1 with {@code Connection: close}. */
        HTTP_1_1
    }

    /**
     * How a server is asked over TLS.
     *
     * @param namesServer {@code enable_sni}: the handshake names the server (RFC 6066 3)
     * @param identity what is shown to a server that asks who is there
     * @param serverName {@code sni_name}: that name; null: the URL's virtual host, and no name where it has none
     */
    public record TlsQuestion(boolean namesServer, @Nullable String serverName, TlsIdentity identity) {}
}
