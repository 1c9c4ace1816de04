package dev.pollux.integration.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.integration.director.DirectorPair;
import dev.pollux.integration.director.OnDirectorPair;
import dev.pollux.integration.director.OnlyPollux;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Reading a huge file does not hold up the adverts: nothing stops the program for long. */
@OnDirectorPair
class LargeReloadIT {

    private static final int RELOADS = 2;
    private static final Duration LIMIT = Duration.ofMillis(20);

    @Test
    @OnlyPollux("the log line that a reload has ended")
    void reloadsOfFiftyThousandRealServersDoNotSilenceTheMaster(DirectorPair pair) {
        LargeReload large = LargeReload.start(pair);
        large.reload();
        for (int i = 0; i < RELOADS; i++) {
            LargeReload.Measured measured = large.reload();
            // A thread that waits for a CPU is the machine's affair; what the program adds to that is ours.
            assertThat(measured.silence())
                    .as("longest silence in a reload")
                    .isLessThan(LIMIT.plus(measured.queueing()));
        }
        large.assertUndisturbed();
    }

    @Test
    @OnlyPollux("the log line that a reload has ended")
    void aDirectorStartedForASmallFileRunsAHugeOne(DirectorPair pair) {
        LargeReload large = LargeReload.startSmall(pair);
        large.reload();
        large.assertUndisturbed();
        assertThat(large.log()).contains("needs a heap of").contains("until a restart");
    }
}
