package dev.pollux.healthcheck.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.grammar.model.CheckTiming;
import dev.pollux.healthcheck.Checkers;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CheckParametersTest {

    private static final CheckTiming TIMING =
            new CheckTiming(Duration.ofSeconds(2), 4, Duration.ofSeconds(3), Duration.ofSeconds(1), true, false);

    @Test
    void tcpKeepsItsPaceWhileDown() {
        assertThat(CheckParameters.of(Checkers.tcp(80).withTiming(TIMING)))
                .isEqualTo(new CheckParameters(
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(2),
                        4,
                        Duration.ofSeconds(1),
                        true,
                        1,
                        false));
    }

    @Test
    void httpTakesTheLongerDelayWhileDownAndCountsItsUrls() {
        CheckParameters parameters =
                CheckParameters.of(Checkers.http(80, "/a", "/b").withTiming(TIMING));
        assertThat(parameters.delayWhileDown()).isEqualTo(Duration.ofSeconds(3));
        assertThat(parameters.steps()).isEqualTo(2);
        assertThat(parameters.walksList()).isTrue();
    }
}
