package dev.pollux.healthcheck.probe;

import dev.pollux.grammar.model.AddressText;
import dev.pollux.grammar.model.CheckConnection;
import dev.pollux.grammar.model.HttpCheck;
import dev.pollux.grammar.model.HttpCheck.HttpProtocol;
import dev.pollux.grammar.model.HttpUrl;
import java.net.Inet6Address;
import java.nio.charset.StandardCharsets;

/**
 * The request of {@code HTTP_GET}, byte for byte as keepalived sends it, since servers are configured and digests taken
 * with it:
 *
 * <pre>
 * GET /path HTTP/1.1
 * User-Agent: KeepAliveClient
 * Connection: close
 * Host: www.example.com
 *
 * </pre>
 *
 * <p>Lines end with CRLF; the third is there for {@code http_protocol 1.0C} and {@code 1.1} only. Written by hand because
 * an HTTP encoder improves on what it is given (it appends a slash to some paths and replaces what is not ASCII in a host),
 * and because the bytes are the same for every check.
 */
final class HttpRequestCodec {

    private HttpRequestCodec() {}

    /** The request for one URL of a check. */
    static byte[] encode(HttpCheck check, HttpUrl url) {
        String version = check.protocol() == HttpProtocol.HTTP_1_1 ? "HTTP/1.1" : "HTTP/1.0";
        String close = check.protocol() == HttpProtocol.HTTP_1_0 ? "" : "Connection: close\r\n";
        String host = url.virtualHost() == null ? host(check.connection()) : url.virtualHost();
        String request = "GET " + url.path() + " " + version + "\r\nUser-Agent: KeepAliveClient\r\n" + close + "Host: "
                + host + "\r\n\r\n";
        return request.getBytes(StandardCharsets.UTF_8);
    }

    private static String host(CheckConnection connection) {
        String address = AddressText.of(connection.address());
        String host = connection.address() instanceof Inet6Address ? "[" + address + "]" : address;
        return host + ":" + connection.port();
    }
}
