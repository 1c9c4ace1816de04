package dev.pollux.healthcheck.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.grammar.model.HttpUrl;
import dev.pollux.grammar.model.HttpUrl.StatusRange;
import dev.pollux.healthcheck.policy.CheckOutcome;
import dev.pollux.healthcheck.policy.CheckOutcome.Failed;
import dev.pollux.healthcheck.policy.CheckOutcome.Failure;
import dev.pollux.healthcheck.policy.CheckOutcome.Passed;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpResponseReaderTest {

    private static final String MD5_OF_HELLO = "5d41402abc4b2a76b9719d911017c592";
    private static final String MD5_OF_NOTHING = "d41d8cd98f00b204e9800998ecf8427e";

    @ParameterizedTest(name = "{0} gives {2}")
    @CsvSource(delimiter = '|', textBlock = """
            HTTP/1.1 200 OK~~hello                          |                                  | passed
            HTTP/1.1 299 OK~~                               |                                  | passed
            HTTP/1.1 404 Not Found~~hello                   |                                  | HTTP_STATUS
            HTTP/1.1 304 Not Modified~~                     |                                  | passed
            HTTP/1.1 20 OK~~hello                           |                                  | HTTP_STATUS
            # the header must end
            ''                                              |                                  | HTTP_NO_DATA
            HTTP/1.1 200 OK~                                |                                  | HTTP_NO_DATA
            HTTP/1.1 200 OK~Content-Length: 5~              |                                  | HTTP_NO_DATA
            # a digest over everything, or over Content-Length bytes
            HTTP/1.1 200 OK~~hello                          | 5d41402abc4b2a76b9719d911017c592 | passed
            HTTP/1.1 200 OK~~hello!                         | 5d41402abc4b2a76b9719d911017c592 | HTTP_DIGEST
            HTTP/1.1 200 OK~Content-Length: 5~~hello!       | 5d41402abc4b2a76b9719d911017c592 | passed
            HTTP/1.1 200 OK~content-length: 5~~hello!       | 5d41402abc4b2a76b9719d911017c592 | HTTP_DIGEST
            HTTP/1.1 200 OK~Content-Length: 6~~hello        | 5d41402abc4b2a76b9719d911017c592 | passed
            HTTP/1.1 200 OK~Content-Length: 0~~hello        | d41d8cd98f00b204e9800998ecf8427e | passed
            HTTP/1.1 200 OK~~                               | d41d8cd98f00b204e9800998ecf8427e | passed
            # the status comes first
            HTTP/1.1 500 Broken~~hello                      | 5d41402abc4b2a76b9719d911017c592 | HTTP_STATUS
            # chunks are the body, not undone
            HTTP/1.1 200 OK~~5~hello~0~~                    | 5d41402abc4b2a76b9719d911017c592 | HTTP_DIGEST
            """)
    void verdict(String answer, @Nullable String digest, String verdict) {
        byte[] bytes = answer.replace("~", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        // Wherever the network cuts the answer, the verdict is the same.
        for (int cut = 0; cut <= bytes.length; cut++) {
            assertThat(describe(read(url(digest), bytes, cut)))
                    .as("cut at %d", cut)
                    .isEqualTo(verdict);
        }
    }

    @Test
    void lineFeedsAloneDoNotEndAHeader() {
        assertThat(describe(read(url(null), "HTTP/1.1 200 OK\n\nhello".getBytes(StandardCharsets.US_ASCII), 0)))
                .isEqualTo("HTTP_NO_DATA");
    }

    @Test
    void aCarriageReturnTooManyDoesNotHideTheEnd() {
        assertThat(describe(read(url(null), "HTTP/1.1 200 OK\r\r\n\r\n".getBytes(StandardCharsets.US_ASCII), 0)))
                .isEqualTo("passed");
    }

    @ParameterizedTest
    @CsvSource({"4096, passed", "4097, HTTP_NO_DATA"})
    void aHeaderMayBeAsLongAsKeepalivedsBuffer(int length, String verdict) {
        String start = "HTTP/1.1 200 OK\r\nX: ";
        String header = start + "a".repeat(length - start.length() - 4) + "\r\n\r\n";
        byte[] bytes = (header + "hello").getBytes(StandardCharsets.US_ASCII);
        assertThat(header).hasSize(length);
        assertThat(describe(read(url(MD5_OF_HELLO), bytes, 100))).isEqualTo(verdict);
    }

    @Test
    void aHeaderTooLongIsKnownBeforeTheEnd() {
        HttpResponseReader reader = new HttpResponseReader(url(null));
        assertThat(reader.read(Unpooled.wrappedBuffer(new byte[HttpResponseReader.MAX_HEADER_BYTES + 1])))
                .isEqualTo(new Failed(Failure.HTTP_NO_DATA, "Header longer than 4096 bytes"));
    }

    @Test
    void aLongBodyIsCountedAndNotKept() {
        HttpResponseReader reader = new HttpResponseReader(url(MD5_OF_NOTHING));
        assertThat(reader.read(Unpooled.copiedBuffer(
                        "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", StandardCharsets.US_ASCII)))
                .isNull();
        byte[] megabyte = new byte[1 << 20];
        for (int i = 0; i < 3000; i++) {
            assertThat(reader.read(Unpooled.wrappedBuffer(megabyte))).isNull();
        }
        assertThat(reader.contentLength()).isZero();
        assertThat(reader.bodyLength()).isEqualTo(3000L << 20);
        assertThat(reader.end()).isEqualTo(new Passed());
    }

    @Test
    void noiseIsNeverAnException() {
        Random random = new Random(20261120);
        for (int i = 0; i < 20_000; i++) {
            byte[] noise = noise(random);
            assertThat(read(url(MD5_OF_HELLO), noise, random.nextInt(noise.length + 1)))
                    .isNotNull();
        }
    }

    private static byte[] noise(Random random) {
        StringBuilder answer = new StringBuilder();
        String[] pieces = {
            "HTTP/1.1 ", "200", " ", "\r", "\n", "\r\n", "Content-Length:", "5", "99999999999", "hello", "\0"
        };
        for (int i = random.nextInt(20); i >= 0; i--) {
            answer.append(
                    random.nextInt(8) == 0
                            ? String.valueOf((char) random.nextInt(256))
                            : pieces[random.nextInt(pieces.length)]);
        }
        return answer.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static HttpUrl url(@Nullable String digest) {
        return new HttpUrl(
                "/", null, List.of(new StatusRange(200, 299), new StatusRange(304, 304)), digest, null, false);
    }

    private static CheckOutcome read(HttpUrl url, byte[] bytes, int cut) {
        HttpResponseReader reader = new HttpResponseReader(url);
        Failed failed = reader.read(Unpooled.wrappedBuffer(bytes, 0, cut));
        if (failed == null) {
            failed = reader.read(Unpooled.wrappedBuffer(bytes, cut, bytes.length - cut));
        }
        return failed == null ? reader.end() : failed;
    }

    private static String describe(CheckOutcome outcome) {
        return outcome instanceof Failed failed ? failed.failure().name() : "passed";
    }
}
