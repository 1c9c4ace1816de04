package dev.pollux.vrrp;

import static dev.pollux.vrrp.Cable.addresses;
import static dev.pollux.vrrp.Instances.fast;
import static dev.pollux.vrrp.Instances.inet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pollux.vrrp.Wire.SeenAdvert;
import dev.pollux.vrrp.Wire.SeenArp;
import dev.pollux.vrrp.machine.StateName;
import dev.pollux.vrrp.machine.TransitionReason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One director at one end of a cable, the test at the other. */
class LoneMasterTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Test
    void becomesMasterAdvertisesHoldsAndAnnounces(@TempDir Path directory) {
        try (Cable cable = new Cable(directory)) {
            Director director = cable.director(cable.left());
            director.run(fast(100, "10.9.0.100/24", "10.9.0.101/32"));

            await().atMost(SOON).until(() -> cable.wire().arps().size() >= 10);

            assertThat(director.state("VI_1")).isEqualTo(StateName.MASTER);
            assertThat(addresses(cable.left(), "eth0")).contains("10.9.0.100/24", "10.9.0.101/32");
            assertThat(director.journal())
                    .containsExactly("addr del 10.9.0.100/24 dev eth0", "addr del 10.9.0.101/32 dev eth0");
            List<Object> seen = cable.wire().seen();
            assertThat(seen.get(0)).isInstanceOfSatisfying(SeenAdvert.class, first -> {
                assertThat(first.source()).isEqualTo(inet("10.9.0.1"));
                assertThat(first.timeToLive()).isEqualTo(255);
                assertThat(first.checksumGood()).isTrue();
                assertThat(first.advert().priority()).isEqualTo(100);
                assertThat(first.advert().addresses()).containsExactly(inet("10.9.0.100"), inet("10.9.0.101"));
            });
            assertThat(cable.wire().arps().subList(0, 4))
                    .as("rounds over all addresses")
                    .containsExactly(
                            new SeenArp(inet("10.9.0.100")),
                            new SeenArp(inet("10.9.0.101")),
                            new SeenArp(inet("10.9.0.100")),
                            new SeenArp(inet("10.9.0.101")));
        }
    }

    @Test
    void anOwnerIsMasterAtOnce(@TempDir Path directory) {
        try (Cable cable = new Cable(directory)) {
            Director director = cable.director(cable.left());
            director.run(fast(255, "10.9.0.100/24"));

            await().atMost(SOON).until(() -> director.state("VI_1") == StateName.MASTER);

            assertThat(director.transitions())
                    .extracting(VirtualRouterTransition::to)
                    .containsExactly(StateName.MASTER);
        }
    }

    /** It holds the addresses, and as backup it could not be reached any better. */
    @Test
    void staysMasterWhileAdvertsAreRefused(@TempDir Path directory) {
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of("/usr/sbin/nft")), "SKIPPED: the nft program is not installed");
        try (Cable cable = new Cable(directory)) {
            Director director = cable.director(cable.left());
            director.run(fast(100, "10.9.0.100/24"));
            await().atMost(SOON).until(() -> !cable.wire().adverts().isEmpty());

            cable.left().command("nft add table ip filter");
            cable.left().command("nft add chain ip filter out { type filter hook output priority 0; }");
            cable.left().command("nft add rule ip filter out ip protocol vrrp drop");
            await().atMost(SOON).until(() -> director.status().counts().sendErrors() >= 3);
            await().atMost(SOON).until(() -> director.status().sendFailure().contains("EPERM"));
            assertThat(director.state("VI_1")).isEqualTo(StateName.MASTER);

            cable.left().command("nft delete table ip filter");
            await().atMost(SOON).until(() -> director.status().sendFailure().isEmpty());
            assertThat(director.transitions()).hasSize(2);
        }
    }

    @Test
    void stopsWithPriorityZeroThenWithoutAddresses(@TempDir Path directory) {
        try (Cable cable = new Cable(directory)) {
            Director director = cable.director(cable.left());
            director.run(fast(100, "10.9.0.100/24"));
            await().atMost(SOON).until(() -> !cable.wire().arps().isEmpty());

            director.stop();

            assertThat(addresses(cable.left(), "eth0")).doesNotContain("10.9.0.100");
            assertThat(director.journal()).isEmpty();
            await().atMost(SOON).untilAsserted(() -> assertThat(
                            last(cable.wire().adverts()).advert().priority())
                    .isZero());
            assertThat(last(director.transitions()).reason().kind()).isEqualTo(TransitionReason.Kind.STOPPED);
        }
    }

    @Test
    void aLinkThatGoesDownIsAFaultUntilItReturns(@TempDir Path directory) {
        try (Cable cable = new Cable(directory)) {
            Director director = cable.director(cable.left());
            director.run(fast(100, "10.9.0.100/24"));
            await().atMost(SOON).until(() -> director.state("VI_1") == StateName.MASTER);

            cable.right().ip("link set eth0 down");
            await().atMost(SOON).until(() -> director.state("VI_1") == StateName.FAULT);
            await().atMost(SOON).until(() -> !addresses(cable.left(), "eth0").contains("10.9.0.100"));
            assertThat(last(director.transitions()).reason().text()).isEqualTo("interface eth0 is down");

            cable.right().ip("link set eth0 up");
            await().atMost(SOON).until(() -> director.state("VI_1") == StateName.MASTER);
            await().atMost(SOON).until(() -> addresses(cable.left(), "eth0").contains("10.9.0.100"));
        }
    }

    @Test
    void anInterfaceThatIsMissingAtStartIsPickedUpWhenItAppears(@TempDir Path directory) {
        try (Cable cable = new Cable(directory)) {
            Director director = cable.director(cable.left());
            director.run(fast("VI_9", "eth9", 100, "10.8.0.100/24"));
            await().atMost(SOON).until(() -> director.state("VI_9") == StateName.FAULT);
            assertThat(last(director.transitions()).reason().text()).isEqualTo("interface eth9 does not exist");

            for (int i = 0; i < 2; i++) {
                cable.left().connect("eth9", cable.right(), "eth9");
                cable.left().ip("address add 10.8.0.1/24 dev eth9");
                await().atMost(SOON).until(() -> addresses(cable.left(), "eth9").contains("10.8.0.100"));
                assertThat(director.state("VI_9")).isEqualTo(StateName.MASTER);

                cable.left().ip("link delete eth9");
                await().atMost(SOON).until(() -> director.state("VI_9") == StateName.FAULT);
            }
        }
    }

    @Test
    void aRemovedAddressIsRetaken(@TempDir Path directory) {
        try (Cable cable = new Cable(directory)) {
            Director director = cable.director(cable.left());
            director.run(fast(100, "10.9.0.100/24"));
            await().atMost(SOON).until(() -> director.status().held().contains(inet("10.9.0.100")));

            cable.left().ip("address delete 10.9.0.100/24 dev eth0");

            await().atMost(SOON).until(() -> director.transitions().stream()
                    .anyMatch(to -> to.reason().kind() == TransitionReason.Kind.ADDRESS_LOST));
            await().atMost(SOON).until(() -> addresses(cable.left(), "eth0").contains("10.9.0.100"));
            assertThat(director.state("VI_1")).isEqualTo(StateName.MASTER);
        }
    }

    @Test
    void leftOverAddressesAreRemovedBeforeTheFirstBackup(@TempDir Path directory) {
        try (Cable cable = new Cable(directory)) {
            cable.left().ip("address add 10.9.0.100/24 dev eth0");
            Director director = cable.director(cable.left());
            director.run(fast(1, "10.9.0.100/32"));

            await().atMost(SOON).until(() -> !director.transitions().isEmpty());

            assertThat(director.transitions().get(0).to()).isEqualTo(StateName.BACKUP);
            await().atMost(SOON).until(() -> director.state("VI_1") == StateName.MASTER);
            await().atMost(SOON).until(() -> addresses(cable.left(), "eth0").contains("10.9.0.100/32"));
            assertThat(addresses(cable.left(), "eth0")).doesNotContain("10.9.0.100/24");
        }
    }

    @Test
    void anAddressThatIsThereIsAdopted(@TempDir Path directory) {
        try (Cable cable = new Cable(directory)) {
            Director director = cable.director(cable.left());
            cable.left().ip("address add 10.9.0.100/24 dev eth0");
            director.run(fast(255, "10.9.0.100/24"));

            await().atMost(SOON).until(() -> director.status().held().contains(inet("10.9.0.100")));
            await().atMost(SOON).until(() -> !cable.wire().arps().isEmpty());

            director.stop();
            assertThat(addresses(cable.left(), "eth0")).doesNotContain("10.9.0.100");
        }
    }

    @Test
    void aReloadChangesOnlyWhatChanged(@TempDir Path directory) {
        try (Cable cable = new Cable(directory)) {
            Director director = cable.director(cable.left());
            director.run(fast(100, "10.9.0.100/24", "10.9.0.101/24"));
            await().atMost(SOON).until(() -> cable.wire().arps().size() >= 10);
            int transitions = director.transitions().size();

            director.run(fast(100, "10.9.0.100/24", "10.9.0.102/24"));

            await().atMost(SOON).until(() -> cable.wire().arps().contains(new SeenArp(inet("10.9.0.102"))));
            assertThat(addresses(cable.left(), "eth0"))
                    .contains("10.9.0.100/24", "10.9.0.102/24")
                    .doesNotContain("10.9.0.101");
            assertThat(director.transitions()).hasSize(transitions);
            assertThat(Collections.frequency(cable.wire().arps(), new SeenArp(inet("10.9.0.100"))))
                    .as("an address that stays is not announced anew")
                    .isLessThanOrEqualTo(10);

            director.run();
            await().atMost(SOON)
                    .until(() -> last(cable.wire().adverts()).advert().priority() == 0);
            assertThat(addresses(cable.left(), "eth0")).doesNotContain("10.9.0.10");
        }
    }

    private static <T> T last(List<T> list) {
        return list.get(list.size() - 1);
    }
}
