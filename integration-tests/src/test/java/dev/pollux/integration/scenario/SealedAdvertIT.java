package dev.pollux.integration.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.integration.capture.Dissection;
import dev.pollux.integration.capture.NetworkEvent.Advert;
import dev.pollux.integration.director.DirectorPair;
import dev.pollux.integration.director.MetricsPage;
import dev.pollux.integration.director.OnDirectorPair;
import dev.pollux.integration.director.OnlyPollux;
import dev.pollux.integration.director.VirtualRouter;
import dev.pollux.integration.network.Barrage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Forged adverts where {@code auth_type AH} or {@code auth_hmac} is set: they change nothing, and are counted. */
@OnDirectorPair
@OnlyPollux("keepalived 2.2.7 has no auth_hmac, and no metrics")
class SealedAdvertIT {

    private static final Duration SPACING = Duration.ofMillis(40);
    private static final Duration BARRAGE = Duration.ofMillis(1200);
    private static final int LAST_OCTET_OF_SOURCE = 15;

    /** Past the IP header, AH and what stands before the priority; past the IP header. */
    private static final int PRIORITY_BEHIND_HEADER = 20 + 24 + 2;

    private static final int PRIORITY = 20 + 2;

    @Test
    void withAnAuthenticationHeader(DirectorPair pair) throws IOException {
        VirtualRouter router = Duel.second().with("authentication {\n    auth_type AH\n    auth_pass tomato\n  }");
        Duel duel = Duel.start(pair, router);
        Advert genuine = withstands(duel, PRIORITY_BEHIND_HEADER);
        awaitDropped(pair, "auth_failure");
        Dissection seen = Dissection.of(
                        List.of(genuine), List.of("ip.proto", "ah.sequence", "vrrp.version", "vrrp.prio"))
                .get(0);
        assertThat(seen.get("ip.proto")).isEqualTo("51");
        assertThat(seen.get("ah.sequence")).isNotEmpty();
        assertThat(seen.get("vrrp.version")).isEqualTo("2");
        assertThat(seen.get("vrrp.prio")).isEqualTo("200");
    }

    @Test
    void withAuthHmac(DirectorPair pair) {
        VirtualRouter router = Duel.tenth().with("auth_hmac {\n    key 1 0123456789abcdef0123456789abcdef\n  }");
        Duel duel = Duel.start(pair, router);
        withstands(duel, PRIORITY);
        awaitDropped(pair, "auth_ext_replay");
        awaitDropped(pair, "auth_ext_invalid_hmac");
    }

    /** A genuine advert of a again, and with another priority, and from another sender. */
    private static Advert withstands(Duel duel, int priority) {
        DirectorPair pair = duel.pair();
        Sightings sightings = duel.sightings();
        Advert genuine = sightings.advert(pair.a(), 0);
        List<byte[]> frames = List.of(
                genuine.packet().forged(priority, 0),
                genuine.packet().forged(priority, 200 ^ 255),
                genuine.packet().forged(LAST_OCTET_OF_SOURCE, 11 ^ 66));
        long since = pair.timeline().remark("barrage of forged adverts");
        new Barrage(pair.outsiderLink(), SPACING, frames)
                .during(() -> sightings.staysTrue("a has the address", BARRAGE, now -> now.has(now.a(), Duel.VIP)));
        sightings.nothingHappened(pair.b(), Duel.VIP, since);
        assertThat(sightings.changes(pair.a(), Duel.VIP, since)).isEmpty();
        return genuine;
    }

    private static void awaitDropped(DirectorPair pair, String reason) {
        Awaitility.await(reason).ignoreExceptions().untilAsserted(() -> assertThat(MetricsPage.of(pair.b())
                        .value("pollux_vrrp_packets_dropped_total", "reason=\"" + reason + "\"")
                        .orElse(0))
                .isGreaterThan(5));
    }
}
