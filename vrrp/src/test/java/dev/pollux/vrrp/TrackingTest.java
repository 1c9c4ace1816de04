package dev.pollux.vrrp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pollux.grammar.model.TrackerKey;
import dev.pollux.grammar.model.TrackerKey.Kind;
import dev.pollux.vrrp.machine.StateName;
import dev.pollux.vrrp.machine.TrackerReading.Health;
import dev.pollux.vrrp.machine.TrackerReading.Value;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What scripts and files do to a running virtual router. */
class TrackingTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final TrackerKey SCRIPT = new TrackerKey(Kind.SCRIPT, "s");
    private static final TrackerKey FILE = new TrackerKey(Kind.FILE, "f");

    private static final String CONFIGURATION = """
            vrrp_script s {
                script /bin/true
            }
            track_file f {
                file /run/f
            }
            vrrp_instance VI_1 {
                interface eth0
                virtual_router_id 51
                version 3
                priority 150
                advert_int 0.1
                virtual_ipaddress {
                    10.7.0.100/24
                }
                track_script {
                    s
                }
                track_file {
                    f weight -2
                }
            }
            """;

    @Test
    void waitsForTheScriptAndThenFollowsWhatItSays(@TempDir Path directory) {
        try (Cable cable = new Cable(directory)) {
            Director director = cable.director(cable.left());
            director.run(CONFIGURATION);
            director.tracked(FILE, new Value(10));
            await().atMost(SOON).until(() -> director.status().effectivePriority() == 130);
            assertThat(director.transitions()).as("before the script has run").isEmpty();

            director.tracked(SCRIPT, new Health(true));
            await().atMost(SOON).until(() -> director.state("VI_1") == StateName.MASTER);
            director.tracked(SCRIPT, new Health(false));
            await().atMost(SOON).until(() -> director.state("VI_1") == StateName.FAULT);
            director.tracked(FILE, new Value(-10));
            director.tracked(SCRIPT, new Health(true));
            await().atMost(SOON).until(() -> director.state("VI_1") == StateName.MASTER);
            assertThat(director.status().effectivePriority()).isEqualTo(170);

            director.run(CONFIGURATION.replace("priority 150", "priority 160"));
            assertThat(director.state("VI_1"))
                    .as("a reload keeps what is known")
                    .isEqualTo(StateName.MASTER);
            assertThat(director.status().effectivePriority()).isEqualTo(180);
            director.stop();
        }
    }
}
