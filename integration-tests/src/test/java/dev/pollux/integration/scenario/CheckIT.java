package dev.pollux.integration.scenario;

import dev.pollux.integration.director.DirectorPair;
import dev.pollux.integration.director.DirectorProcess;
import dev.pollux.integration.director.OnDirectorPair;
import dev.pollux.integration.director.OnlyPollux;
import dev.pollux.integration.director.Program;
import dev.pollux.integration.network.WebServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Checks of a real server that dies, comes back and answers badly, with or without IPVS in the kernel. */
@OnDirectorPair
@OnlyPollux("keepalived does not check where the kernel has no IPVS")
class CheckIT {

    /** delay_loop, connect_timeout and what a busy machine may add. */
    private static final Duration NOTICED = Duration.ofSeconds(1 + 1 + 5);

    private static final String VIRTUAL_SERVER = """
            virtual_server 192.0.2.100 80 {
              delay_loop 1
              lb_algo rr
              lb_kind NAT
              protocol TCP
              real_server 192.0.2.66 8080 {
                weight 1
                %s
              }
            }
            """;

    @Test
    void aTcpCheckFollowsTheServer(DirectorPair pair) {
        DirectorProcess a = start(pair, "TCP_CHECK {\n connect_timeout 1\n retry 0\n }");
        a.awaitLog("TCP_CHECK on service \\[192\\.0\\.2\\.66]:tcp:8080 failed", NOTICED);
        WebServer server = WebServer.start(pair.outsider(), 8080);
        try (server) {
            a.awaitLog("TCP connection to \\[192\\.0\\.2\\.66]:tcp:8080 success", NOTICED);
        }
        a.awaitLog("TCP_CHECK on service \\[192\\.0\\.2\\.66]:tcp:8080 failed", 2, NOTICED);
    }

    @Test
    void anHttpCheckFollowsTheStatusOfTheServer(DirectorPair pair) {
        try (WebServer server = WebServer.start(pair.outsider(), 8080)) {
            DirectorProcess a = start(pair, """
                    HTTP_GET {
                      url {
                        path /health
                        status_code 200
                      }
                      connect_timeout 1
                      retry 1
                      delay_before_retry 1
                    }""");
            a.awaitLog("Activating healthchecker for service \\[192\\.0\\.2\\.66]:tcp:8080", NOTICED);
            server.setStatus(503);
            a.awaitLog("HTTP_CHECK on service \\[192\\.0\\.2\\.66]:tcp:8080 failed", NOTICED.plusSeconds(1));
            server.setStatus(200);
            a.awaitLog("Remote Web server \\[192\\.0\\.2\\.66]:tcp:8080 succeed on service", NOTICED);
        }
    }

    private static DirectorProcess start(DirectorPair pair, String checker) {
        return pair.start(Program.underTest(), pair.a(), VIRTUAL_SERVER.formatted(checker));
    }
}
