package dev.pollux.integration.scenario;

import dev.pollux.integration.capture.NetworkEvent.Advert;
import dev.pollux.integration.director.DirectorPair;
import dev.pollux.integration.director.OnDirectorPair;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The master's interface goes down, by its administrator or by the loss of its carrier, and comes back. */
@OnDirectorPair
class InterfaceFaultIT {

    @Test
    void aMasterWhoseInterfaceIsShutGoesToFaultAndComesBack(DirectorPair pair) {
        play(pair, "ip link set eth0", down -> pair.a()
                .namespace()
                .ip("link", "set", DirectorPair.EXTERNAL, down ? "down" : "up"));
    }

    @Test
    void aMasterThatLosesItsCarrierGoesToFaultAndComesBack(DirectorPair pair) {
        play(pair, "carrier of eth0", down -> {
            if (down) {
                pair.cable(pair.a(), DirectorPair.EXTERNAL).pull();
            } else {
                pair.cable(pair.a(), DirectorPair.EXTERNAL).plug();
            }
        });
    }

    @FunctionalInterface
    private interface Interruption {
        void set(boolean down);
    }

    private static void play(DirectorPair pair, String what, Interruption interruption) {
        Duel duel = Duel.start(pair, Duel.tenth());
        Sightings sightings = duel.sightings();
        pair.rounds().play(2, round -> {
            interruption.set(false);
            duel.awaitMasterA();
            pair.disturbances().begin();
            long since = pair.timeline().remark(what + " down");
            interruption.set(true);
            Advert first = sightings.advert(pair.b(), since);
            Timing.atMost(
                    what + " down: last advert of a to first of b",
                    sightings.lastAdvert(pair.a(), first),
                    first,
                    duel.standby().masterDown().plusMillis(50));
            sightings.lost(pair.a(), Duel.VIP, since);
            duel.a().awaitLog("Entering FAULT STATE", round + 1, Duration.ofSeconds(5));
            sightings.staysTrue("b has the address", Duration.ofMillis(500), now -> now.has(now.b(), Duel.VIP));
        });
        long since = pair.timeline().remark(what + " up");
        interruption.set(false);
        Advert back = sightings.advert(pair.a(), since);
        Timing.atMost(
                "first advert of a to b without address",
                back,
                sightings.lost(pair.b(), Duel.VIP, since),
                Duration.ofMillis(100));
        sightings.awaitHolder(pair.a(), pair.b(), Duel.VIP);
    }
}
