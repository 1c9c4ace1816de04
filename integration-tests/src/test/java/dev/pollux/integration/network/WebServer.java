package dev.pollux.integration.network;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** A real server: answers every request with its page, until it is closed and refuses connections. */
public final class WebServer implements AutoCloseable {

    private final HttpServer server;
    private volatile int status = 200;

    private WebServer(HttpServer server) {
        this.server = server;
        server.createContext("/", this::answer);
        server.start();
    }

    /** Listens on the port of every address of the host. */
    public static WebServer start(Host host, int port) {
        return new WebServer(
                Visit.inside(host.namespace(), () -> HttpServer.create(new InetSocketAddress("0.0.0.0", port), 16)));
    }

    /** What it answers from now on. */
    public void setStatus(int changed) {
        status = changed;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] page = "a page\n".getBytes(StandardCharsets.US_ASCII);
        exchange.sendResponseHeaders(status, page.length);
        exchange.getResponseBody().write(page);
        exchange.close();
    }
}
