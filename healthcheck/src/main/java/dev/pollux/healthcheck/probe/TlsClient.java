package dev.pollux.healthcheck.probe;

import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import javax.net.ssl.SSLException;

/**
 * TLS as {@code SSL_GET} speaks it: whatever certificate the server shows is accepted, no server name is sent. A check asks
 * whether a server answers, not who it is. Protocol versions and ciphers are those the JDK allows.
 *
 * <p>Made once and shared by all checkers; safe for use by every loop.
 */
public final class TlsClient {

    private final SslContext context;

    public TlsClient() {
        try {
            context = SslContextBuilder.forClient()
                    .sslProvider(SslProvider.JDK)
                    .trustManager(InsecureTrustManagerFactory.INSTANCE)
                    .endpointIdentificationAlgorithm(null)
                    .build();
        } catch (SSLException e) {
            throw new IllegalStateException("the JDK has no TLS", e);
        }
    }

    /** The handler of one connection. It sets no time limit. */
    SslHandler handler() {
        SslHandler handler = context.newHandler(ByteBufAllocator.DEFAULT);
        handler.setHandshakeTimeoutMillis(0);
        return handler;
    }
}
