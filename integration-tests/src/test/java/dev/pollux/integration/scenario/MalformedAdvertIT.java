package dev.pollux.integration.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.integration.capture.NetworkEvent.Advert;
import dev.pollux.integration.director.DirectorPair;
import dev.pollux.integration.director.OnDirectorPair;
import dev.pollux.integration.director.OnlyPollux;
import dev.pollux.integration.director.VirtualRouter;
import dev.pollux.integration.network.AdvertFrame;
import dev.pollux.integration.network.Barrage;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Packets that fail validation (RFC 3768 section 7.1) touch no timer, whoever receives them. */
@OnDirectorPair
class MalformedAdvertIT {

    private static final String SECRET = "tomato";
    private static final Duration SPACING = Duration.ofMillis(50);
    private static final Duration BARRAGE = Duration.ofMillis(2300);
    private static final VirtualRouter ROUTER = Duel.second().withPassword(SECRET);

    /** Adverts that a router with password {@link #SECRET} has to throw away, each wrong in one thing. */
    private static Map<String, byte[]> malformed() {
        AdvertFrame good = AdvertFrame.of("192.0.2.66", ROUTER.vrid(), Duel.VIP).withAuthentication(1, SECRET);
        Map<String, byte[]> frames = new LinkedHashMap<>();
        frames.put("TTL 254", good.withTtl(254).bytes());
        frames.put("checksum", good.withBadChecksum().bytes());
        frames.put("version 3", good.withVersion(3).bytes());
        frames.put("version 1", good.withVersion(1).bytes());
        frames.put("type 2", good.withType(2).bytes());
        frames.put("no password", good.withAuthentication(0, "").bytes());
        frames.put("another password", good.withAuthentication(1, "potato").bytes());
        frames.put("authentication type 3", good.withAuthentication(3, SECRET).bytes());
        frames.put("interval 7", good.withInterval(7).bytes());
        frames.put("count 2 of 1", good.withCount(2).bytes());
        frames.put("count 0 of 1", good.withCount(0).bytes());
        return frames;
    }

    @Test
    @OnlyPollux("keepalived times its next advert from any packet it gets, so that a few a second silence it")
    void theMasterIsNeitherDeposedNorSilenced(DirectorPair pair) {
        Duel duel = Duel.start(pair, ROUTER);
        SoftAssertions softly = new SoftAssertions();
        malformed()
                .forEach((kind, frame) ->
                        softly.check(() -> pair.rounds().play(1, round -> assertUnmoved(duel, kind, frame))));
        softly.assertAll();
    }

    /** Under a barrage of more than two intervals a sends all its adverts, and b none. */
    private static void assertUnmoved(Duel duel, String kind, byte[] frame) {
        DirectorPair pair = duel.pair();
        Sightings sightings = duel.sightings();
        pair.disturbances().begin();
        long since = pair.timeline().remark("barrage: " + kind);
        long end = since + BARRAGE.toNanos();
        new Barrage(pair.outsiderLink(), SPACING, List.of(frame))
                .during(() -> sightings.staysTrue("the barrage goes on", BARRAGE, now -> true));
        pair.drain();
        assertThat(sightings.adverts(pair.a(), since).stream().filter(advert -> advert.nanos() < end))
                .as("adverts of a, " + kind)
                .hasSizeBetween(2, 3);
        assertThat(sightings.adverts(pair.b(), since))
                .as("adverts of b, " + kind)
                .isEmpty();
        assertThat(sightings.changes(pair.a(), Duel.VIP, since))
                .as("address of a, " + kind)
                .isEmpty();
    }

    @Test
    void theBackupTakesOverInTimeUnderABarrage(DirectorPair pair) {
        Duel duel = Duel.start(pair, ROUTER);
        List<byte[]> frames = List.copyOf(malformed().values());
        pair.rounds().play(1, round -> {
            duel.awaitMasterA();
            new Barrage(pair.outsiderLink(), SPACING, frames).during(duel::crash);
        });
    }

    @Test
    void aGoodAdvertOfTheSameSourceDeposesTheMaster(DirectorPair pair) {
        Duel duel = Duel.start(pair, ROUTER);
        AdvertFrame good = AdvertFrame.of("192.0.2.66", ROUTER.vrid(), Duel.VIP).withAuthentication(1, SECRET);
        long since = pair.timeline().remark("one good advert of priority 255");
        pair.outsiderLink().send(good.bytes());
        Timing.atMost(
                "good advert to the address of a gone",
                since,
                duel.sightings().lost(pair.a(), Duel.VIP, since),
                Duration.ofMillis(500));
        List<Advert> ofA = duel.sightings().adverts(pair.a(), since);
        assertThat(ofA).as("adverts of a after a stronger one").isEmpty();
    }
}
