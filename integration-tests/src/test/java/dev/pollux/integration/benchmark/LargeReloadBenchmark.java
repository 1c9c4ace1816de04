package dev.pollux.integration.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.integration.director.DirectorPair;
import dev.pollux.integration.director.OnDirectorPair;
import dev.pollux.integration.scenario.LargeReload;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Ten reloads of 50,000 real servers with an advert every 10 ms: none comes more than 20 ms after the one before. */
@OnDirectorPair
class LargeReloadBenchmark {

    private static final Duration LIMIT = Duration.ofMillis(20);

    @Test
    void noAdvertIsMissedInTenReloads(DirectorPair pair) {
        LargeReload large = LargeReload.start(pair);
        Duration longest = Duration.ZERO;
        for (int i = 0; i < 10; i++) {
            Duration silence = large.reload().silence();
            longest = silence.compareTo(longest) > 0 ? silence : longest;
        }
        large.assertUndisturbed();
        assertThat(longest).as("longest silence").isLessThanOrEqualTo(LIMIT);
    }
}
