package dev.pollux.healthcheck.probe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpHeaderTest {

    @ParameterizedTest(name = "[{0}]")
    @CsvSource(delimiter = '|', textBlock = """
            HTTP/1.1 200 OK       | 200
            HTTP/1.0 404 No       | 404
            # what precedes the first space is not looked at
            garbage 200 OK        | 200
            # three digits and a space, nothing else
            HTTP/1.1 200          | ''
            HTTP/1.1 20 OK        | ''
            HTTP/1.1 2000 OK      | ''
            HTTP/1.1 20x OK       | ''
            HTTP/1.1  200 OK      | ''
            HTTP/1.1              | ''
            ''                    | ''
            """)
    void status(String line, String status) {
        assertThat(HttpHeader.parse(line + "\r\n\r\n").status()).isEqualTo(status);
    }

    @ParameterizedTest(name = "[{0}]")
    @CsvSource(delimiter = '|', textBlock = """
            Content-Length: 5                | 5
            Content-Length:5                 | 5
            Content-Length:   0              | 0
            # the one spelling that keepalived knows
            content-length: 5                | -1
            X-Content-Length: 5              | -1
            Content-Length: five             | -1
            Content-Length: -5               | -1
            Content-Length:                  | -1
            Content-Length: 123456789012345678   | 123456789012345678
            Content-Length: 1234567890123456789  | -1
            """)
    void contentLength(String line, long length) {
        HttpHeader header = HttpHeader.parse("HTTP/1.1 200 OK\r\nServer: x\r\n" + line + "\r\nDate: y\r\n\r\n");
        assertThat(header).isEqualTo(new HttpHeader("200", length));
    }
}
