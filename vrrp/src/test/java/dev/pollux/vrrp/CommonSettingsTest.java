package dev.pollux.vrrp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pollux.vrrp.machine.StateName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What concerns all instances: delays after the start and of interfaces, spacing of announcements. */
class CommonSettingsTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String INSTANCE = """
            vrrp_instance VI_1 {
                interface eth0
                virtual_router_id 51
                version 3
                advert_int 0.1
                priority %s
                garp_master_repeat 1
                garp_master_delay 0
                garp_extra_if all 1
                virtual_ipaddress {
                    10.9.0.100/24
                    10.7.0.100/24 dev eth1
                }
            }
            """;

    /** It would be master at once, or yield to the better one that it hears. */
    @Test
    void nothingIsHeardAndNothingHappensUntilTheStartupDelayIsOver(@TempDir Path directory) {
        try (Cable cable = cable(directory);
                Forger other = new Forger(cable, "10.9.0.200")) {
            Director director = cable.director(cable.left());
            long begun = System.nanoTime();
            director.run("global_defs {\n vrrp_startup_delay 1.5\n log_unknown_vrids\n}\n" + INSTANCE.formatted(255));

            await().atMost(SOON).pollInterval(Duration.ofMillis(50)).until(() -> {
                other.advertise(255);
                return director.state("VI_1") == StateName.MASTER
                        || System.nanoTime() - begun > TimeUnit.SECONDS.toNanos(1);
            });
            await().atMost(SOON).until(() -> director.state("VI_1") == StateName.MASTER);
            assertThat(System.nanoTime() - begun).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(1500));
            assertThat(director.status().counts().advertsReceived()).isZero();

            // What only the instance's other addresses use is announced from time to time.
            try (Wire second = new Wire(cable.right())) {
                Wire.SeenArp extra = new Wire.SeenArp(Instances.inet("10.7.0.100"));
                await().atMost(SOON).until(() -> Collections.frequency(second.arps(), extra) >= 3);
                Wire.SeenArp usual = new Wire.SeenArp(Instances.inet("10.9.0.100"));
                assertThat(Collections.frequency(second.arps(), usual)).isLessThan(2);
            }
        }
    }

    @Test
    void anInterfaceThatIsDownForAMomentIsNoFault(@TempDir Path directory) {
        try (Cable cable = cable(directory)) {
            Director director = cable.director(cable.left());
            director.run("interface_up_down_delays {\n eth1 250 0\n}\n"
                    + INSTANCE.formatted("255\n down_timer_adverts 100"));
            await().atMost(SOON).until(() -> director.state("VI_1") == StateName.MASTER);

            cable.right().ip("link set eth1 down");
            cable.right().ip("link set eth1 up");
            cable.right().ip("link set eth0 down");
            await().atMost(SOON).until(() -> director.state("VI_1") == StateName.FAULT);
            assertThat(director.status().lastTransition())
                    .hasValueSatisfying(last -> assertThat(last.reason().text()).contains("eth0 is down"));
            assertThat(director.transitions())
                    .extracting(VirtualRouterTransition::to)
                    .containsExactly(StateName.MASTER, StateName.FAULT);
        }
    }

    @Test
    void interfacesOfAGroupShareARateLimit(@TempDir Path directory) {
        try (Cable cable = cable(directory);
                Wire second = new Wire(cable.right())) {
            Director director = cable.director(cable.left());
            director.run(
                    "garp_group {\n interfaces {\n eth0 eth1\n }\n garp_interval 3\n}\n" + INSTANCE.formatted(100));

            await().atMost(SOON).until(() -> !second.arps().isEmpty());
            assertThat(second.arps()).hasSize(1);
            await().atMost(SOON).until(() -> second.arps().size() >= 2);
        }
    }

    private static Cable cable(Path directory) {
        Cable cable = new Cable(directory);
        cable.left().connect("eth1", cable.right(), "eth1");
        cable.left().ip("address add 10.7.0.1/24 dev eth1");
        return cable;
    }
}
