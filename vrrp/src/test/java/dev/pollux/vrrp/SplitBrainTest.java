package dev.pollux.vrrp;

import static dev.pollux.vrrp.Instances.fast;
import static dev.pollux.vrrp.Instances.inet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pollux.vrrp.machine.StateName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A second master on the link that does not hear the first. */
class SplitBrainTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Test
    void anotherMasterIsShownAndThenTheAddressesAreAnnouncedAgain(@TempDir Path directory) {
        try (Cable cable = new Cable(directory);
                Forger other = new Forger(cable)) {
            Director director = cable.director(cable.left());
            director.run(fast(200, "10.9.0.100/24"));
            await().atMost(SOON).until(() -> director.state("VI_1") == StateName.MASTER);
            assertThat(director.status().rival()).isEmpty();

            await().atMost(SOON).pollInterval(Duration.ofMillis(50)).until(() -> {
                other.advertise(100);
                return director.status()
                        .rival()
                        .filter(rival -> rival.duration() > 0)
                        .isPresent();
            });
            assertThat(director.status().rival()).hasValueSatisfying(rival -> {
                assertThat(rival.address()).isEqualTo(inet("10.9.0.2"));
                assertThat(rival.priority()).isEqualTo(100);
            });

            int announced = cable.wire().arps().size();
            await().atMost(SOON).until(() -> director.status().rival().isEmpty());
            await().atMost(SOON).until(() -> cable.wire().arps().size() > announced);
            assertThat(director.status().counts().splitBrains()).isEqualTo(1);
            assertThat(director.status().counts().splitBrainNanos()).isPositive();
            assertThat(director.state("VI_1")).isEqualTo(StateName.MASTER);
        }
    }

    @Test
    void ofTwoOwnersTheOneThatIsNotHeardStepsDown(@TempDir Path directory) {
        try (Cable cable = new Cable(directory);
                Forger deaf = new Forger(cable, "10.9.0.0")) {
            Director director = cable.director(cable.left());
            director.run(fast(255, "10.9.0.100/24"));
            await().atMost(SOON).until(() -> director.state("VI_1") == StateName.MASTER);
            long since = System.nanoTime();

            await().atMost(SOON).pollInterval(Duration.ofMillis(50)).until(() -> {
                deaf.advertise(255);
                return director.state("VI_1") == StateName.BACKUP;
            });
            assertThat(System.nanoTime() - since).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(320));
            assertThat(director.status().effectivePriority()).isEqualTo(254);

            // Alone again it is what it was.
            await().atMost(SOON).until(() -> director.state("VI_1") == StateName.MASTER);
            await().atMost(SOON).until(() -> director.status().effectivePriority() == 255);
        }
    }
}
