package dev.pollux.integration.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.integration.director.DirectorPair;
import dev.pollux.integration.director.DirectorProcess;
import dev.pollux.integration.director.MetricsPage;
import dev.pollux.integration.director.OnDirectorPair;
import dev.pollux.integration.director.OnlyPollux;
import dev.pollux.integration.director.Program;
import dev.pollux.integration.director.VirtualRouter;
import dev.pollux.integration.network.Visit;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.OptionalDouble;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What Prometheus sees. */
@OnDirectorPair
@OnlyPollux("keepalived has no metrics")
class MetricsIT {

    private static final double BACKUP = 1;
    private static final double MASTER = 2;

    @Test
    void thePageShowsWhoIsMaster(DirectorPair pair) {
        Duel.start(pair, Duel.tenth());
        awaitState(pair, MASTER, BACKUP);
        MetricsPage page = MetricsPage.of(pair.a());
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.contentType()).startsWith("text/plain; version=0.0.4");
        assertThat(page.value("keepalived_become_master_total", "iname=\"VI_51\""))
                .hasValue(1);
        assertThat(page.value("keepalived_advertisements_sent_total", "iname=\"VI_51\"")
                        .orElse(0))
                .isPositive();
        MetricsPage pageOfB = MetricsPage.of(pair.b());
        assertThat(pageOfB.value("keepalived_advertisements_received_total", "iname=\"VI_51\"")
                        .orElse(0))
                .isPositive();
    }

    @Test
    void aPortInUseIsOneErrorAndTheDirectorRuns(DirectorPair pair) throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (ServerSocket squatter = Visit.inside(pair.a().namespace(), () -> new ServerSocket(9165, 1, loopback))) {
            assertThat(squatter.isBound()).isTrue();
            DirectorProcess a = pair.start(Program.POLLUX, pair.a(), VirtualRouter.configuration(Duel.tenth()));
            a.awaitLog("9165", Duration.ofSeconds(15));
            new Sightings(pair).awaitHolder(pair.a(), pair.b(), Duel.VIP);
            assertThat(a.log().lines().filter(line -> line.contains("9165"))).hasSize(1);
        }
    }

    private static void awaitState(DirectorPair pair, double ofA, double ofB) {
        Awaitility.await("states on the pages").ignoreExceptions().untilAsserted(() -> {
            assertThat(state(MetricsPage.of(pair.a()))).hasValue(ofA);
            assertThat(state(MetricsPage.of(pair.b()))).hasValue(ofB);
        });
    }

    private static OptionalDouble state(MetricsPage page) {
        return page.value(
                "keepalived_vrrp_state", "iname=\"VI_51\"", "intf=\"eth0\"", "vrid=\"51\"", "ip_address=\"192.0.2.100");
    }
}
