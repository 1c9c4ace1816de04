package dev.pollux.integration.scenario;

import dev.pollux.integration.director.DirectorPair;
import dev.pollux.integration.director.OnDirectorPair;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A backup that could not run for a while has adverts waiting in its socket: a late timer proves nothing. */
@OnDirectorPair
class SuspensionIT {

    @Test
    void aBackupThatWakesUpLateStaysBackup(DirectorPair pair) {
        Duel duel = Duel.start(pair, Duel.tenth());
        pair.rounds().play(3, round -> suspend(duel));
    }

    @Test
    void aBackupOfASlowMasterThatWakesUpLateStaysBackup(DirectorPair pair) {
        Duel duel = Duel.start(pair, Duel.second());
        pair.rounds().play(1, round -> suspend(duel));
    }

    private static void suspend(Duel duel) {
        DirectorPair pair = duel.pair();
        duel.awaitMasterA();
        Duration down = duel.standby().masterDown();
        long since = pair.timeline().remark("SIGSTOP of b");
        duel.b().suspend();
        duel.sightings().staysTrue("a has the address", down.multipliedBy(5), now -> now.has(now.a(), Duel.VIP));
        pair.disturbances().begin();
        pair.timeline().remark("SIGCONT of b");
        duel.b().resume();
        duel.sightings()
                .staysTrue(
                        "a alone has the address",
                        down.multipliedBy(2),
                        now -> now.has(now.a(), Duel.VIP) && !now.has(now.b(), Duel.VIP));
        duel.sightings().nothingHappened(pair.b(), Duel.VIP, since);
    }
}
