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
 * <p>Safe for use by every loop.
 */
public final class TlsClient {

    /** The handler of one connection. It sets no time limit. */
    SslHandler handler() {
        SslHandler handler = OnDemand.CONTEXT.newHandler(ByteBufAllocator.DEFAULT);
        handler.setHandshakeTimeoutMillis(0);
        return handler;
    }

    /** Made with the first handler: it takes as long as half of a director's start, and most never ask by TLS. */
    private static final class OnDemand {
        static final SslContext CONTEXT = make();

        private static SslContext make() {
            try {
                return SslContextBuilder.forClient()
                        .sslProvider(SslProvider.JDK)
                        .trustManager(InsecureTrustManagerFactory.INSTANCE)
                        .endpointIdentificationAlgorithm(null)
                        .build();
            } catch (SSLException e) {
                throw new IllegalStateException("the JDK has no TLS", e);
            }
        }
    }
}
