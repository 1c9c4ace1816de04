package dev.pollux.vrrp;

import static dev.pollux.vrrp.Instances.inet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import dev.pollux.linux.testing.NetworkNamespace;
import dev.pollux.vrrp.machine.StateName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One router is ours and the other is keepalived, with the same file: each takes over from the other, and gives way to it. */
class KeepalivedTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    /** What the two have to agree on. */
    enum Dialect {
        PASSWORD("version 2", "10.9.0.100/24", "authentication {\n auth_type PASS\n auth_pass 1111\n}"),
        AUTHENTICATION_HEADER(
                "version 2", "10.9.0.100/24", "authentication {\n auth_type AH\n auth_pass tomatosauce\n}"),
        IPV4("version 3\n advert_int 0.1", "10.9.0.100/24", ""),
        IPV4_UNICAST("version 3\n advert_int 0.1", "10.9.0.100/24", "unicast_peer {\n %s\n}"),
        IPV6("version 3\n advert_int 0.1", "fe80::100/64\n 2001:db8::100/64", ""),
        IPV6_VIRTUAL_MAC("version 3\n advert_int 0.1", "fe80::100/64\n 2001:db8::100/64", "use_vmac"),
        IPV6_OLD_VERSION("version 2", "2001:db8::100/64", ""),
        IPV6_UNICAST(
                "version 3\n advert_int 0.1",
                "2001:db8::100/64",
                "unicast_src_ip %2$s\n unicast_peer {\n %1$s min_ttl 60\n}");

        private final String timing;
        private final String addresses;
        private final String more;

        Dialect(String timing, String addresses, String more) {
            this.timing = timing;
            this.addresses = addresses;
            this.more = more;
        }

        private boolean ipv6() {
            return addresses.contains(":");
        }

        /** The instance as the end of the cable with this number has it. */
        String text(int end, int priority) {
            String prefix = ipv6() ? "2001:db8::" : "10.9.0.";
            return """
                    vrrp_instance VI_1 {
                     state BACKUP
                     interface eth0
                     virtual_router_id 51
                     priority %d
                     %s
                     %s
                     virtual_ipaddress {
                      %s
                     }
                    }
                    """.formatted(priority, timing, more.formatted(prefix + (3 - end), prefix + end), addresses);
        }

        private boolean holds(NetworkNamespace namespace) {
            String last = addresses.substring(addresses.lastIndexOf(' ') + 1);
            return namespace.ip("-oneline address show").contains(" " + last + " ");
        }
    }

    @Execution(CONCURRENT)
    @ParameterizedTest
    @EnumSource(Dialect.class)
    void takesOverAndGivesWay(Dialect dialect, @TempDir Path directory) {
        try (Cable cable = new Cable(directory)) {
            cable.left().ip("address add 2001:db8::1/64 dev eth0 nodad");
            cable.right().ip("address add 2001:db8::2/64 dev eth0 nodad");
            awaitLinkLocal(cable);
            try (Keepalived keepalived = new Keepalived(cable.right(), directory, dialect.text(2, 100))) {
                play(dialect, cable, keepalived);
            }
        }
    }

    /** Whoever is given the higher priority by a reload becomes master, and nobody else moves. */
    @Execution(CONCURRENT)
    @Test
    void aReloadOnEitherSideDecidesWhoIsMaster(@TempDir Path directory) {
        Dialect dialect = Dialect.IPV4;
        try (Cable cable = new Cable(directory);
                Keepalived keepalived = new Keepalived(cable.right(), directory, dialect.text(2, 100))) {
            Director ours = cable.director(cable.left());
            ours.run(dialect.text(1, 120));
            await().atMost(SOON).until(() -> dialect.holds(cable.left()) && !dialect.holds(cable.right()));

            keepalived.reload(dialect.text(2, 150));
            await().atMost(SOON).until(() -> !dialect.holds(cable.left()) && dialect.holds(cable.right()));

            ours.run(dialect.text(1, 200));
            await().atMost(SOON).until(() -> dialect.holds(cable.left()) && !dialect.holds(cable.right()));
            assertThat(ours.transitions())
                    .extracting(VirtualRouterTransition::to)
                    .containsExactly(StateName.BACKUP, StateName.MASTER, StateName.BACKUP, StateName.MASTER);
        }
    }

    @Execution(CONCURRENT)
    @Test
    void aTrackerOfKeepalivedDecidesWhoIsMaster(@TempDir Path directory) {
        Dialect dialect = Dialect.IPV4;
        String tracking = dialect.text(2, 150).replace("state BACKUP", "track_interface {\n eth1 weight -60\n }");
        try (Cable cable = new Cable(directory)) {
            cable.left().connect("eth1", cable.right(), "eth1");
            try (Keepalived keepalived = new Keepalived(cable.right(), directory, tracking)) {
                await().atMost(SOON).until(() -> dialect.holds(cable.right()));
                Director ours = cable.director(cable.left());
                ours.run(dialect.text(1, 120));
                await().atMost(SOON).until(() -> ours.status().counts().advertsReceived() > 3);
                await().atMost(SOON).until(() -> dialect.holds(cable.right()) && !dialect.holds(cable.left()));

                cable.right().ip("link set eth1 down");
                await().atMost(SOON).until(() -> dialect.holds(cable.left()) && !dialect.holds(cable.right()));
                cable.right().ip("link set eth1 up");
                await().atMost(SOON).until(() -> !dialect.holds(cable.left()) && dialect.holds(cable.right()));
                keepalived.stop();
            }
        }
    }

    private static void play(Dialect dialect, Cable cable, Keepalived keepalived) {
        await().atMost(SOON).until(() -> dialect.holds(cable.right()));

        Director better = cable.director(cable.left());
        better.run(dialect.text(1, 200));
        await().atMost(SOON).until(() -> dialect.holds(cable.left()) && !dialect.holds(cable.right()));
        assertThat(better.status().counts().advertsReceived()).isPositive();

        better.stop();
        await().atMost(SOON).until(() -> !dialect.holds(cable.left()) && dialect.holds(cable.right()));

        Director worse = cable.director(cable.left());
        worse.run(dialect.text(1, 50));
        await().atMost(SOON).until(() -> worse.status().counts().advertsReceived() > 3);
        assertThat(worse.state("VI_1")).isEqualTo(StateName.BACKUP);
        assertThat(worse.status().counts().dropped()).isEmpty();
        if (!dialect.ipv6()) {
            assertThat(worse.status().masterAddress()).contains(inet("10.9.0.2"));
        }

        keepalived.stop();
        await().atMost(SOON).until(() -> dialect.holds(cable.left()));
        assertThat(worse.status().counts().priorityZeroReceived()).isEqualTo(1);
    }

    /** keepalived takes a link-local address that may still turn out to be a duplicate, and cannot send from it. */
    private static void awaitLinkLocal(Cable cable) {
        for (NetworkNamespace end : List.of(cable.left(), cable.right())) {
            await().atMost(SOON).until(() -> {
                String addresses = end.ip("-6 -oneline address show dev eth0 scope link");
                return addresses.contains("fe80") && !addresses.contains("tentative");
            });
        }
    }
}
