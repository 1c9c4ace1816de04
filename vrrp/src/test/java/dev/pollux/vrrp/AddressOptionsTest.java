package dev.pollux.vrrp;

import static dev.pollux.vrrp.Instances.inet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pollux.vrrp.machine.StateName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The options of virtual addresses, as {@code ip} shows them once a director holds them. */
class AddressOptionsTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private static final String CONFIGURATION = """
            vrrp_instance VI_1 {
                interface eth0
                virtual_router_id 51
                version 3
                priority 255
                advert_int 0.1
                promote_secondaries
                virtual_ipaddress {
                    10.7.0.100/24 brd + label eth0:vip scope link
                    10.9.0.101/24 brd -
                    10.9.0.102 peer 10.9.7.1/30 noprefixroute
                    10.8.0.100/24 dev eth1 no_track
                }
                virtual_ipaddress_excluded {
                    2001:db8::1/64
                    2001:db8::2
                    2001:db8::3/128 preferred_lft forever
                    2001:db8::4/64 -nodad home mngtmpaddr
                    10.9.0.103/24 preferred_lft 0
                }
            }
            """;

    @Test
    void theKernelHasThemAsWritten(@TempDir Path directory) {
        try (Cable cable = new Cable(directory)) {
            cable.left().connect("eth1", cable.right(), "eth1");
            Director director = cable.director(cable.left());
            director.run(CONFIGURATION);
            await().atMost(SOON).until(() -> director.status().held().size() == 9);

            assertThat(cable.left().ip("-oneline address show dev eth0"))
                    .contains("inet 10.7.0.100/24 brd 10.7.0.255 scope link", "eth0:vip")
                    .contains("inet 10.9.0.101/24 brd 10.9.0.0 scope global")
                    .contains("inet 10.9.0.102 peer 10.9.7.1/30 scope global noprefixroute")
                    .contains("inet6 2001:db8::1/64 scope global nodad")
                    .containsPattern("inet6 2001:db8::2/128 scope global nodad deprecated .*preferred_lft 0sec")
                    .containsPattern("inet6 2001:db8::3/128 scope global nodad .*preferred_lft forever")
                    .containsPattern("inet6 2001:db8::4/64 scope global .*home")
                    .contains("inet 10.9.0.103/24 scope global secondary deprecated");
            assertThat(cable.left().command("cat /proc/sys/net/ipv4/conf/eth0/promote_secondaries"))
                    .startsWith("1");
            assertThat(director.journal())
                    .contains("addr del 10.9.0.102 peer 10.9.7.1/30 dev eth0", "addr del 2001:db8::2/128 dev eth0");

            CountDownLatch dead = director.freeze();
            runBatch(cable, director);
            assertThat(cable.left().ip("-oneline address show")).doesNotContain("10.9.0.10", "10.7.", "2001:db8");
            dead.countDown();
        }
    }

    /** What the supervisor does after a crash, in one go and without a complaint. */
    private static void runBatch(Cable cable, Director director) {
        director.journal().forEach(cable.left()::ip);
    }

    @Test
    void whatIsNotTrackedMayGo(@TempDir Path directory) {
        try (Cable cable = new Cable(directory)) {
            cable.left().connect("eth1", cable.right(), "eth1");
            Director director = cable.director(cable.left());
            director.run(CONFIGURATION);
            await().atMost(SOON).until(() -> director.status().held().contains(inet("10.8.0.100")));
            int transitions = director.transitions().size();

            cable.left().ip("address delete 10.8.0.100/24 dev eth1");
            cable.left().ip("link set eth1 down");
            await().atMost(SOON).until(() -> cable.wire().adverts().size() > 5);
            assertThat(director.transitions()).hasSize(transitions);
            assertThat(director.state("VI_1")).isEqualTo(StateName.MASTER);
        }
    }
}
