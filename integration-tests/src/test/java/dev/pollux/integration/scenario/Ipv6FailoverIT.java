package dev.pollux.integration.scenario;

import dev.pollux.integration.capture.NetworkEvent.Advert;
import dev.pollux.integration.director.DirectorPair;
import dev.pollux.integration.director.DirectorProcess;
import dev.pollux.integration.director.OnDirectorPair;
import dev.pollux.integration.director.Program;
import dev.pollux.integration.director.VirtualRouter;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** An instance over IPv6 fails over as one over IPv4 does. */
@OnDirectorPair
class Ipv6FailoverIT {

    private static final String VIP = "2001:db8::100";

    @Test
    void theBackupTakesOverFromADeadMaster(DirectorPair pair) {
        VirtualRouter standby = VirtualRouter.v3(DirectorPair.EXTERNAL, 51, 100, "fe80::100/64", VIP + "/64");
        DirectorProcess b = pair.start(Program.underTest(), pair.b(), VirtualRouter.configuration(standby));
        DirectorProcess a =
                pair.start(Program.underTest(), pair.a(), VirtualRouter.configuration(standby.withPriority(200)));
        b.awaitLog("Entering BACKUP STATE", Duration.ofSeconds(20));
        new Sightings(pair).awaitHolder(pair.a(), pair.b(), VIP);
        try {
            pair.rounds().play(1, round -> crash(pair, a, standby));
        } finally {
            pair.a().namespace().ipIfPossible("addr", "del", VIP + "/64", "dev", DirectorPair.EXTERNAL);
            pair.a().namespace().ipIfPossible("addr", "del", "fe80::100/64", "dev", DirectorPair.EXTERNAL);
        }
    }

    private static void crash(DirectorPair pair, DirectorProcess a, VirtualRouter standby) {
        if (!a.alive()) {
            a.restart();
            new Sightings(pair).awaitHolder(pair.a(), pair.b(), VIP);
        }
        Sightings sightings = new Sightings(pair);
        pair.disturbances().begin();
        long killed = pair.timeline().remark("kill -9 of all of a");
        a.crash();
        Advert first = sightings.advert(pair.b(), killed);
        Advert last = sightings.lastAdvert(pair.a(), first);
        Duration down = standby.masterDown();
        Timing.between("IPv6: last advert of a to first of b", last, first, down.minusMillis(2), down.plusMillis(50));
        Awaitility.await("b has the address").until(() -> pair.has(pair.b(), VIP));
    }
}
