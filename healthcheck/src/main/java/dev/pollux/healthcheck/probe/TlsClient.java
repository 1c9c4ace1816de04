package dev.pollux.healthcheck.probe;

import dev.pollux.grammar.model.Secret;
import dev.pollux.grammar.model.TlsIdentity;
import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.io.File;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;

/**
 * TLS as {@code SSL_GET} speaks it: whatever certificate the server shows is accepted, no server name is sent. A check asks
 * whether a server answers, not who it is. Protocol versions and ciphers are those the JDK allows.
 *
 * <p>Safe for use by every loop.
 */
public final class TlsClient {

    /** Each is made with its first handler: it takes as long as half of a director's start, and most never ask by TLS. */
    private final Map<TlsIdentity, SslContext> contexts = new ConcurrentHashMap<>();

    /**
     * The handler of one connection. It sets no time limit.
     *
     * @param identity what is shown to a server that asks who is there; where its files cannot be used, nothing is
     * @param onRemark hears of such files
     */
    SslHandler handler(TlsIdentity identity, Consumer<String> onRemark) {
        SslContext context = contexts.computeIfAbsent(identity, shown -> make(shown, onRemark));
        SslHandler handler = context.newHandler(ByteBufAllocator.DEFAULT);
        handler.setHandshakeTimeoutMillis(0);
        return handler;
    }

    /** Has the files be read again: a reload is how a renewed certificate is told. */
    public void forget() {
        contexts.clear();
    }

    private static SslContext make(TlsIdentity identity, Consumer<String> onRemark) {
        String certificate = identity.certificate();
        if (certificate != null) {
            Secret password = identity.password();
            File key = new File(identity.key() == null ? certificate : identity.key());
            try {
                return client().keyManager(new File(certificate), key, password == null ? null : password.value())
                        .build();
            } catch (SSLException | IllegalArgumentException e) {
                onRemark.accept("SSL: certificate " + certificate + " and key " + key
                        + " cannot be used, servers that ask for one will refuse: " + e.getMessage());
            }
        }
        try {
            return client().build();
        } catch (SSLException e) {
            throw new IllegalStateException("the JDK has no TLS", e);
        }
    }

    private static SslContextBuilder client() {
        return SslContextBuilder.forClient()
                .sslProvider(SslProvider.JDK)
                .trustManager(InsecureTrustManagerFactory.INSTANCE)
                .endpointIdentificationAlgorithm(null);
    }
}
