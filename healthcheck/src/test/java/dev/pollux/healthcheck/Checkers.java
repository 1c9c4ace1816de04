package dev.pollux.healthcheck;

import dev.pollux.grammar.model.CheckConnection;
import dev.pollux.grammar.model.CheckTiming;
import dev.pollux.grammar.model.HttpCheck;
import dev.pollux.grammar.model.HttpCheck.HttpProtocol;
import dev.pollux.grammar.model.HttpUrl;
import dev.pollux.grammar.model.HttpUrl.StatusRange;
import dev.pollux.grammar.model.TcpCheck;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Checkers of servers on this machine, for tests: asked often, given up late. */
public final class Checkers {

    /** Nothing that a test waits for depends on it. */
    public static final Duration PATIENCE = Duration.ofSeconds(30);

    private Checkers() {}

    public static TcpCheck tcp(int port) {
        return new TcpCheck(timing(), connection(port));
    }

    public static HttpCheck http(int port, String... paths) {
        List<HttpUrl> urls = Arrays.stream(paths)
                .map(path -> new HttpUrl(path, null, List.of(new StatusRange(200, 299)), null, null, false))
                .toList();
        return new HttpCheck(timing(), connection(port), null, HttpProtocol.HTTP_1_0, false, urls);
    }

    public static CheckTiming timing() {
        return new CheckTiming(Duration.ofMillis(50), 1, Duration.ofMillis(50), Duration.ZERO, false, false);
    }

    public static CheckConnection connection(int port) {
        return new CheckConnection(InetAddress.getLoopbackAddress(), port, PATIENCE, null, 0, null, 0);
    }
}
