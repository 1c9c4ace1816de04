package dev.pollux.healthcheck.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.grammar.model.CheckConnection;
import dev.pollux.grammar.model.HttpCheck;
import dev.pollux.grammar.model.HttpCheck.HttpProtocol;
import dev.pollux.grammar.model.HttpUrl;
import dev.pollux.grammar.model.HttpUrl.StatusRange;
import dev.pollux.healthcheck.Checkers;
import dev.pollux.healthcheck.policy.CheckOutcome;
import dev.pollux.healthcheck.policy.CheckOutcome.Failed;
import dev.pollux.healthcheck.policy.CheckOutcome.Failure;
import dev.pollux.healthcheck.policy.CheckOutcome.Passed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpCheckerTest {

    private static final Duration SHORT = Duration.ofMillis(250);
    private static final String MD5_OF_HELLO = "5d41402abc4b2a76b9719d911017c592";

    private final ProbeRunner runner = new ProbeRunner();
    private final Queue<String> requests = new ConcurrentLinkedQueue<>();

    @AfterEach
    void close() {
        runner.close();
    }

    @ParameterizedTest(name = "[{0}]")
    @CsvSource(delimiter = '|', textBlock = """
            HTTP/1.1 200 OK~Content-Length: 5~~hello     |                     | passed
            HTTP/1.1 200 OK~~                            |                     | passed
            HTTP/1.1 503 Busy~Content-Length: 5~~hello   | HTTP_STATUS         | Status code 503
            HTTP/1.1 20 OK~~hello                        | HTTP_STATUS         | No status code of three digits
            HTTP/1.1 200 OK~Content-Length: 5~           | HTTP_NO_DATA        | No end of the header
            ''                                           | HTTP_NO_DATA        | Connection closed without an answer
            """)
    void answers(String answer, String failure, String reason) throws IOException {
        try (LoopbackServer server = new LoopbackServer(connection -> answer(connection, answer))) {
            CheckOutcome outcome = runner.check(Checkers.http(server.port(), "/"));
            assertThat(outcome)
                    .isEqualTo("passed".equals(reason) ? new Passed() : new Failed(Failure.valueOf(failure), reason));
            assertThat(runner.remarks()).isEmpty();
        }
    }

    @Test
    void theRequestIsKeepaliveds() throws IOException {
        try (LoopbackServer server = new LoopbackServer(connection -> answer(connection, "HTTP/1.1 200 OK~~"))) {
            assertThat(runner.check(Checkers.http(server.port(), "/a"))).isEqualTo(new Passed());
            assertThat(requests)
                    .containsExactly("GET /a HTTP/1.0\r\nUser-Agent: KeepAliveClient\r\nHost: 127.0.0.1:"
                            + server.port() + "\r\n\r\n");
        }
    }

    @Test
    void everyUrlIsAStepOfItsOwn() throws IOException {
        try (LoopbackServer server = new LoopbackServer(connection -> answer(connection, "HTTP/1.1 200 OK~~"))) {
            Probe probe = runner.probe(Checkers.http(server.port(), "/a", "/b"));
            assertThat(runner.check(probe, 1)).isEqualTo(new Passed());
            assertThat(runner.check(probe, 0)).isEqualTo(new Passed());
            assertThat(requests).extracting(request -> request.substring(0, 6)).containsExactly("GET /b", "GET /a");
        }
    }

    @Test
    void aWrongBodyFailsTheDigest() throws IOException {
        try (LoopbackServer server = new LoopbackServer(connection -> answer(connection, "HTTP/1.1 200 OK~~hello!"))) {
            assertThat(runner.check(digest(server.port())))
                    .isEqualTo(new Failed(Failure.HTTP_DIGEST, "MD5 of the body is 5a8dd3ad0756a93ded72b823b19dd877"));
        }
    }

    @Test
    void aBodyInManyPiecesIsOneBody() throws IOException {
        try (LoopbackServer server = new LoopbackServer(connection -> {
            readRequest(connection);
            connection.setTcpNoDelay(true);
            for (byte piece : "HTTP/1.1 200 OK\r\n\r\nhello".getBytes(StandardCharsets.US_ASCII)) {
                connection.getOutputStream().write(piece);
            }
        })) {
            assertThat(runner.check(digest(server.port()))).isEqualTo(new Passed());
        }
    }

    @Test
    void aHugeHeaderIsNotWaitedFor() throws IOException {
        try (LoopbackServer server = new LoopbackServer(connection -> {
            readRequest(connection);
            write(connection, "HTTP/1.1 200 OK\r\nX: " + "a".repeat(100_000));
            readUntilGone(connection);
        })) {
            assertThat(runner.check(Checkers.http(server.port(), "/")))
                    .isEqualTo(new Failed(Failure.HTTP_NO_DATA, "Header longer than 4096 bytes"));
        }
    }

    @Test
    void aServerThatKeepsSilentIsGivenUp() throws IOException {
        try (LoopbackServer server = new LoopbackServer(HttpCheckerTest::readUntilGone)) {
            assertThat(runner.check(impatient(server.port())))
                    .isEqualTo(new Failed(Failure.HTTP_READ_TIMEOUT, "Answer not complete within 0.25 s"));
        }
    }

    @Test
    void aServerThatKeepsTheConnectionIsGivenUp() throws IOException {
        try (LoopbackServer server = new LoopbackServer(connection -> {
            readRequest(connection);
            write(connection, "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello");
            readUntilGone(connection);
        })) {
            assertThat(runner.check(impatient(server.port())))
                    .isEqualTo(new Failed(Failure.HTTP_READ_TIMEOUT, "Answer not complete within 0.25 s"));
        }
    }

    @Test
    void aHalfClosedConnectionIsTheEndOfTheAnswer() throws IOException {
        try (LoopbackServer server = new LoopbackServer(connection -> {
            readRequest(connection);
            write(connection, "HTTP/1.1 200 OK\r\n\r\nhello");
            connection.shutdownOutput();
            readUntilGone(connection);
        })) {
            assertThat(runner.check(digest(server.port()))).isEqualTo(new Passed());
        }
    }

    @Test
    void aResetWithinTheBodyIsAFailure() throws IOException {
        try (LoopbackServer server = new LoopbackServer(connection -> {
            readRequest(connection);
            write(connection, "HTTP/1.1 200 OK\r\n\r\nhe");
            connection.setSoLinger(true, 0);
        })) {
            CheckOutcome outcome = runner.check(Checkers.http(server.port(), "/"));
            assertThat(outcome).isEqualTo(new Failed(Failure.HTTP_READ_ERROR, "Connection reset by peer"));
        }
    }

    @Test
    void aClosedPortIsAFailure() throws IOException {
        LoopbackServer gone = new LoopbackServer(connection -> {});
        gone.close();
        assertThat(runner.check(Checkers.http(gone.port(), "/")))
                .isEqualTo(new Failed(Failure.HTTP_UNREACHABLE, "Connection refused"));
    }

    @Test
    void aWrongContentLengthIsRemarkedOnOnce() throws IOException {
        try (LoopbackServer server =
                new LoopbackServer(connection -> answer(connection, "HTTP/1.1 200 OK~Content-Length: 9~~hello"))) {
            Probe probe = runner.probe(Checkers.http(server.port(), "/len"));
            for (int i = 0; i < 3; i++) {
                assertThat(runner.check(probe, 0)).isEqualTo(new Passed());
            }
            assertThat(runner.remarks())
                    .containsExactly("url /len: content_length (9) does not match received bytes (5)");
        }
    }

    private void answer(Socket connection, String answer) throws IOException {
        requests.add(readRequest(connection));
        write(connection, answer.replace("~", "\r\n"));
    }

    static void write(Socket connection, String text) throws IOException {
        connection.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    static String readRequest(Socket connection) throws IOException {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        InputStream in = connection.getInputStream();
        String text = "";
        while (!text.endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("request cut off: " + text);
            }
            request.write(next);
            text = request.toString(StandardCharsets.US_ASCII);
        }
        return text;
    }

    private static void readUntilGone(Socket connection) throws IOException {
        InputStream in = connection.getInputStream();
        while (in.read() >= 0) {
            // The checker has nothing to say that matters here.
            connection.setTcpNoDelay(true);
        }
    }

    private static HttpCheck digest(int port) {
        HttpUrl url = new HttpUrl("/", null, List.of(new StatusRange(200, 299)), MD5_OF_HELLO, null, false);
        return new HttpCheck(
                Checkers.timing(), Checkers.connection(port), null, HttpProtocol.HTTP_1_0, false, List.of(url));
    }

    private static HttpCheck impatient(int port) {
        CheckConnection patient = Checkers.connection(port);
        CheckConnection connection = new CheckConnection(patient.address(), port, SHORT, null, 0, null, 0);
        HttpCheck check = Checkers.http(port, "/");
        return new HttpCheck(check.timing(), connection, null, check.protocol(), false, check.urls());
    }
}
