package dev.pollux.director.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.linux.event.EventLoops;
import io.netty.channel.IoEventLoop;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpListenerTest {

    private static final InetSocketAddress ANY = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    private final IoEventLoop loop = EventLoops.create("control");
    private final HttpClient client = HttpClient.newHttpClient();
    private HttpListener listener = open(ANY);

    @BeforeEach
    void serves() {
        assertThat(listener.address().getPort()).isPositive();
    }

    @AfterEach
    void stop() {
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }

    @Test
    void pageWithItsType() throws Exception {
        HttpResponse<String> response = get("/metrics?x=1");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("up 1\n");
        assertThat(response.headers().firstValue("content-type")).contains("text/plain");
    }

    @Test
    void headHasNoBody() throws Exception {
        HttpRequest head = HttpRequest.newBuilder(uri("/metrics"))
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .build();
        HttpResponse<String> response = client.send(head, HttpResponse.BodyHandlers.ofString());
        assertThat(response.body()).isEmpty();
        assertThat(response.headers().firstValue("content-length")).contains("5");
    }

    @Test
    void whatIsNotThereAndWhatIsNotAllowed() throws Exception {
        assertThat(get("/").statusCode()).isEqualTo(404);
        HttpRequest post = HttpRequest.newBuilder(uri("/metrics"))
                .POST(HttpRequest.BodyPublishers.ofString("x"))
                .build();
        assertThat(client.send(post, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(405);
    }

    @Test
    void aPageThatFailsIsAnAnswerToo() throws Exception {
        assertThat(get("/broken").statusCode()).isEqualTo(500);
        assertThat(get("/metrics").statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsNotHttp() throws IOException {
        try (Socket socket =
                new Socket(listener.address().getAddress(), listener.address().getPort())) {
            socket.getOutputStream().write("hello\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 400");
        }
    }

    @Test
    void anAddressInUseIsTheReason() {
        Assertions.assertThatThrownBy(() -> open(listener.address()))
                .isInstanceOf(CompletionException.class)
                .hasMessageContaining("Address already in use");
    }

    private HttpListener open(InetSocketAddress address) {
        Map<String, Page.Source> pages =
                Map.of("/metrics", accept -> new Page("text/plain", "up 1\n"), "/broken", accept -> {
                    throw new IllegalStateException("broken on purpose");
                });
        return HttpListener.open(loop, address, pages).toCompletableFuture().join();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + listener.address().getPort() + path);
    }
}
