package dev.pollux.integration.scenario;

import dev.pollux.integration.director.DirectorPair;
import dev.pollux.integration.director.OnDirectorPair;
import org.junit.jupiter.api.Test;

/** Death, orderly end and return of the master. */
@OnDirectorPair
class FailoverIT {

    private static final int SLOW_ROUNDS = 2;
    private static final int FAST_ROUNDS = 4;

    @Test
    void theBackupTakesOverFromADeadMasterOfOneAdvertASecond(DirectorPair pair) {
        Duel duel = Duel.start(pair, Duel.second());
        pair.rounds().play(SLOW_ROUNDS, round -> duel.crash());
    }

    @Test
    void theBackupTakesOverFromADeadMasterOfTenAdvertsASecond(DirectorPair pair) {
        Duel duel = Duel.start(pair, Duel.tenth());
        pair.rounds().play(FAST_ROUNDS, round -> duel.crash());
    }

    @Test
    void aMasterToldToStopHandsOverWithinSkewTimeAndComesBack(DirectorPair pair) {
        Duel duel = Duel.start(pair, Duel.second());
        pair.rounds().play(SLOW_ROUNDS, round -> {
            duel.stop();
            duel.comeBack();
        });
    }

    @Test
    void aFastMasterToldToStopHandsOverWithinSkewTimeAndComesBack(DirectorPair pair) {
        Duel duel = Duel.start(pair, Duel.tenth());
        pair.rounds().play(FAST_ROUNDS, round -> {
            duel.stop();
            duel.comeBack();
        });
    }
}
