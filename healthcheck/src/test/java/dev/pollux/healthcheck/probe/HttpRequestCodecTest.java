package dev.pollux.healthcheck.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.grammar.model.CheckConnection;
import dev.pollux.grammar.model.HttpCheck;
import dev.pollux.grammar.model.HttpCheck.HttpProtocol;
import dev.pollux.grammar.model.HttpUrl;
import dev.pollux.healthcheck.Checkers;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against what keepalived puts on the wire; each ~ is a CRLF. */
class HttpRequestCodecTest {

    @ParameterizedTest(name = "{0} {3}")
    @CsvSource(delimiter = '|', textBlock = """
            HTTP_1_0       | 127.0.0.1   |                | /a       | GET /a HTTP/1.0~User-Agent: KeepAliveClient~Host: 127.0.0.1:8002~~
            HTTP_1_1       | 127.0.0.1   | foo.example    | /x       | GET /x HTTP/1.1~User-Agent: KeepAliveClient~Connection: close~Host: foo.example~~
            HTTP_1_0_CLOSE | 127.0.0.1   | foo.example:81 | /?a=b c  | GET /?a=b c HTTP/1.0~User-Agent: KeepAliveClient~Connection: close~Host: foo.example:81~~
            HTTP_1_0       | 2001:db8::1 |                | /        | GET / HTTP/1.0~User-Agent: KeepAliveClient~Host: [2001:db8::1]:8002~~
            HTTP_1_0       | 127.0.0.1   | käse.example   | http://h | GET http://h HTTP/1.0~User-Agent: KeepAliveClient~Host: käse.example~~
            """)
    void request(HttpProtocol protocol, String address, @Nullable String virtualHost, String path, String request)
            throws UnknownHostException {
        CheckConnection connection =
                new CheckConnection(InetAddress.getByName(address), 8002, Checkers.PATIENCE, null, 0, null, 0);
        HttpUrl url = new HttpUrl(path, virtualHost, List.of(), null, null, false);
        HttpCheck check = new HttpCheck(Checkers.timing(), connection, null, protocol, false, List.of(url));
        assertThat(new String(HttpRequestCodec.encode(check, url), StandardCharsets.UTF_8))
                .isEqualTo(request.replace("~", "\r\n"));
    }
}
