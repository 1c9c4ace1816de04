package dev.pollux.vrrp;

import static dev.pollux.vrrp.Instances.inet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pollux.vrrp.machine.StateName;
import dev.pollux.vrrp.machine.TransitionReason;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Routes and rules that follow the master, and those that are always there, as {@code ip} shows them. */
class RoutingTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private static final String INSTANCE = """
            vrrp_instance VI_1 {
                interface eth0
                virtual_router_id 51
                version 3
                priority 200
                advert_int 0.1
                virtual_ipaddress {
                    10.9.0.100/24
                }
                virtual_ipaddress_excluded {
                    2001:db8::1/64
                }
                virtual_routes {
                    10.1.0.0/16 via 10.9.0.254 dev eth0 src 10.9.0.100
                    10.2.0.0/16 via 10.9.0.253 table 200 no_track
                    blackhole 10.3.0.0/16 no_track
                    2001:db8:1::/48 via 2001:db8::fe dev eth0 metric 77
                    10.4.0.0/16 dev eth0 mtu lock 1400 no_track
                }
                virtual_rules {
                    from 10.1.0.0/16 table 200 priority 900
                    to 2001:db8:2::/48 table 200 priority 901 suppress_prefixlength 0
                    inet6 iif eth0 lookup main priority 902 no_track
                }
            }
            """;

    private static final String STATICS = """
            track_group G {
                group {
                    VI_1
                }
            }
            static_ipaddress {
                10.8.0.1/24 dev eth0
                2001:db8:8::1 dev eth0
            }
            static_routes {
                10.7.0.0/16 dev eth0
                10.6.0.0/16 via 10.66.0.1 dev eth1 track_group G
            }
            static_rules {
                from 10.7.0.0/16 table 200 priority 800
            }
            """;

    @Test
    void theMasterAddsThemAndRemovesThem(@TempDir Path directory) {
        try (Cable cable = new Cable(directory)) {
            cable.left().ip("route add blackhole 10.3.0.0/16 proto keepalived");
            Director director = cable.director(cable.left());
            director.run(INSTANCE);
            awaitHeld(cable, all -> all.contains("900:"));

            String routes = cable.left().ip("route show table all");
            assertThat(routes)
                    .contains("10.1.0.0/16 via 10.9.0.254 dev eth0 proto keepalived src 10.9.0.100")
                    .contains("10.2.0.0/16 via 10.9.0.253 dev eth0 table 200 proto keepalived")
                    .contains("blackhole 10.3.0.0/16 proto keepalived")
                    .contains("10.4.0.0/16 dev eth0 proto keepalived mtu lock 1400");
            assertThat(cable.left().ip("-6 route show"))
                    .contains("2001:db8:1::/48 via 2001:db8::fe dev eth0 proto keepalived metric 77");
            assertThat(cable.left().ip("rule show")).contains("900:\tfrom 10.1.0.0/16 lookup 200");
            assertThat(cable.left().ip("-6 rule show"))
                    .contains("901:\tfrom all to 2001:db8:2::/48 lookup 200 suppress_prefixlength 0")
                    .contains("902:\tfrom all iif eth0 lookup main");
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(director.status().held())
                            .containsExactly(inet("10.9.0.100"), inet("2001:db8::1")));

            director.run(INSTANCE.replace("10.4.0.0/16 dev eth0 mtu lock 1400 no_track", ""));
            assertThat(cable.left().ip("route show table all"))
                    .contains("10.1.0.0")
                    .doesNotContain("10.4.0.0");
            assertThat(director.transitions()).hasSize(2);

            director.stop();
            assertNothingLeft(cable);
        }
    }

    /** What the supervisor does after a crash: every line finds what it is about. */
    @Test
    void theJournalRemovesThem(@TempDir Path directory) {
        try (Cable cable = new Cable(directory)) {
            Director director = cable.director(cable.left());
            director.run(STATICS.replace("10.6.0.0/16 via 10.66.0.1 dev eth1 track_group G", "") + INSTANCE);
            awaitHeld(cable, all -> all.contains("900:"));

            CountDownLatch dead = director.freeze();
            director.journal().forEach(line -> cable.left().ip(line));

            assertNothingLeft(cable);
            dead.countDown();
        }
    }

    @Test
    void aRemovedRouteOrRuleIsRetaken(@TempDir Path directory) {
        try (Cable cable = new Cable(directory)) {
            Director director = cable.director(cable.left());
            director.run(INSTANCE);
            for (String command : new String[] {"route del 10.1.0.0/16", "rule del priority 900"}) {
                awaitHeld(cable, all -> all.contains("900:") && all.contains("10.1.0.0/16 via"));
                await().atMost(SOON).until(() -> director.status().held().size() == 2);
                long before = lost(director);

                cable.left().ip(command);

                await().atMost(SOON).until(() -> lost(director) == before + 1);
            }
            awaitHeld(cable, all -> all.contains("900:") && all.contains("10.1.0.0/16 via"));
            assertThat(director.transitions()).anyMatch(transition -> transition
                    .reason()
                    .text()
                    .startsWith("route 10.1.0.0/16 table 254 via inet 10.9.0.254 dev eth0"));
        }
    }

    @Test
    void whatIsNotTrackedMayGo(@TempDir Path directory) {
        try (Cable cable = new Cable(directory)) {
            Director director = cable.director(cable.left());
            director.run(INSTANCE);
            awaitHeld(cable, all -> all.contains("900:"));
            await().atMost(SOON).until(() -> director.status().held().size() == 2);
            int adverts = cable.wire().adverts().size();

            cable.left().ip("route del 10.2.0.0/16 table 200");
            cable.left().ip("-6 rule del priority 902");

            await().atMost(SOON).until(() -> cable.wire().adverts().size() > adverts + 5);
            assertThat(lost(director)).isZero();
            assertThat(director.state("VI_1")).isEqualTo(StateName.MASTER);
        }
    }

    /** A gateway that nobody can reach yet must not leave a master without the route for good, nor cost it its state. */
    @Test
    void whatCouldNotBeAddedIsTriedAgain(@TempDir Path directory) {
        try (Cable cable = new Cable(directory)) {
            Director director = cable.director(cable.left());
            director.run(INSTANCE.replace(
                    "blackhole 10.3.0.0/16 no_track", "10.3.0.0/16 via 10.77.0.254\n 10.5.0.0/16 via 10.78.0.254"));
            awaitHeld(cable, all -> all.contains("900:"));
            await().atMost(SOON).until(() -> director.status().counts().entryFailures() >= 2);
            assertThat(director.status().lacking())
                    .hasSize(2)
                    .allMatch(lacking ->
                            lacking.startsWith("route 10.3.0.0/16 ") || lacking.startsWith("route 10.5.0.0/16 "));

            cable.left().ip("address add 10.77.0.1/24 dev eth0");
            awaitHeld(cable, all -> all.contains("10.3.0.0/16 via 10.77.0.254"));
            await().atMost(SOON).until(() -> director.status().lacking().size() == 1);
            cable.left().ip("route add 10.78.0.0/24 dev eth0 scope link"); // which nobody tells us
            awaitHeld(cable, all -> all.contains("10.5.0.0/16 via 10.78.0.254"));
            await().atMost(SOON).until(() -> director.status().lacking().isEmpty());

            assertThat(director.transitions()).hasSize(2);
            assertThat(director.status().counts().entriesRestored()).isZero();

            director.stop();
            assertThat(everything(cable)).doesNotContain("10.3.0.0", "10.5.0.0");
        }
    }

    @Test
    void staticsAreThereForAsLongAsWeRun(@TempDir Path directory) {
        try (Cable cable = new Cable(directory)) {
            cable.left().connect("eth1", cable.right(), "eth1");
            cable.left().ip("address add 10.66.0.2/24 dev eth1");
            Director director = cable.director(cable.left());
            director.run(STATICS + INSTANCE);
            awaitHeld(cable, all -> all.contains("10.8.0.1/24") && all.contains("10.6.0.0/16") && all.contains("800:"));
            assertThat(cable.left().ip("-oneline -6 address show dev eth0")).contains("2001:db8:8::1/128");

            cable.left().ip("address del 10.8.0.1/24 dev eth0");
            cable.left().ip("rule del priority 800");
            cable.left().ip("route del 10.7.0.0/16");
            awaitHeld(cable, all -> all.contains("10.8.0.1/24") && all.contains("10.7.0.0/16") && all.contains("800:"));

            cable.left().ip("link del eth1");
            await().atMost(SOON).until(() -> director.state("VI_1") == StateName.FAULT);
            assertThat(director.transitions()
                            .get(director.transitions().size() - 1)
                            .reason()
                            .text())
                    .startsWith("static route 10.6.0.0/16");
            cable.left().connect("eth1", cable.right(), "eth1");
            cable.left().ip("address add 10.66.0.2/24 dev eth1");
            await().atMost(SOON).until(() -> director.state("VI_1") == StateName.MASTER);

            director.run(INSTANCE);
            assertThat(everything(cable)).doesNotContain("10.8.0.1/24", "10.7.0.0/16", "10.6.0.0/16", "800:");
        }
    }

    private static long lost(Director director) {
        return director.transitions().stream()
                .filter(transition -> transition.reason().kind() == TransitionReason.Kind.ROUTING_LOST)
                .count();
    }

    private static void awaitHeld(Cable cable, Predicate<String> condition) {
        await().atMost(SOON).until(() -> condition.test(everything(cable)));
    }

    private static String everything(Cable cable) {
        return cable.left().ip("address show")
                + cable.left().ip("route show table all")
                + cable.left().ip("rule show")
                + cable.left().ip("-6 rule show");
    }

    private static void assertNothingLeft(Cable cable) {
        assertThat(everything(cable)).doesNotContain("keepalived", "10.9.0.100", "2001:db8:", "90");
    }
}
