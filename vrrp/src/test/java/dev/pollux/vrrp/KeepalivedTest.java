package dev.pollux.vrrp;

import static dev.pollux.vrrp.Cable.addresses;
import static dev.pollux.vrrp.Instances.inet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.AdvertSettings;
import dev.pollux.grammar.model.Authentication;
import dev.pollux.grammar.model.NotifySettings;
import dev.pollux.grammar.model.PreemptSettings;
import dev.pollux.grammar.model.Secret;
import dev.pollux.grammar.model.TrackSettings;
import dev.pollux.grammar.model.UnicastSettings;
import dev.pollux.grammar.model.VirtualRouterKey;
import dev.pollux.grammar.model.VrrpInstance;
import dev.pollux.linux.testing.NetworkNamespace;
import dev.pollux.vrrp.machine.StateName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One router is ours and the other is keepalived: each takes over from the other, and gives way to it. */
class KeepalivedTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String ADDRESS = "10.9.0.100";

    private static VrrpInstance instance(int version, int priority, Duration interval) {
        return new VrrpInstance(
                "VI_1",
                new VirtualRouterKey(51, AddressFamily.IPV4, "eth0"),
                version,
                VrrpInstance.InitialState.BACKUP,
                priority,
                new AdvertSettings(interval, 3, null, null, Set.of()),
                UnicastSettings.multicast(),
                version == 2 ? new Authentication.Password(new Secret("1111")) : new Authentication.None(),
                new PreemptSettings(true, Duration.ZERO),
                Instances.addresses("eth0", ADDRESS + "/24"),
                Instances.GRATUITOUS_ARP,
                new TrackSettings(true, List.of(), List.of()),
                NotifySettings.none());
    }

    private static String configuration(int version, Duration interval) {
        String authentication = version == 2 ? "authentication {\n auth_type PASS\n auth_pass 1111\n }" : "";
        return """
                vrrp_instance VI_1 {
                 version %d
                 state BACKUP
                 interface eth0
                 virtual_router_id 51
                 priority 100
                 advert_int %s
                 %s
                 virtual_ipaddress {
                  %s/24
                 }
                }
                """.formatted(version, interval.toMillis() / 1000.0, authentication, ADDRESS);
    }

    @ParameterizedTest
    @CsvSource({"2, PT1S", "3, PT0.1S"})
    void takesOverAndGivesWay(int version, Duration interval, @TempDir Path directory) {
        try (Cable cable = new Cable(directory);
                Keepalived keepalived = new Keepalived(cable.right(), directory, configuration(version, interval))) {
            await().atMost(SOON).until(() -> holds(cable.right()));

            Director better = cable.director(cable.left());
            better.run(instance(version, 200, interval));
            await().atMost(SOON).until(() -> holds(cable.left()) && !holds(cable.right()));
            assertThat(better.status().counts().advertsReceived()).isPositive();

            better.stop();
            await().atMost(SOON).until(() -> !holds(cable.left()) && holds(cable.right()));

            Director worse = cable.director(cable.left());
            worse.run(instance(version, 50, interval));
            await().atMost(SOON).until(() -> worse.status().counts().advertsReceived() > 3);
            assertThat(worse.state("VI_1")).isEqualTo(StateName.BACKUP);
            assertThat(worse.status().masterAddress()).contains(inet("10.9.0.2"));
            assertThat(worse.status().counts().dropped()).isEmpty();

            keepalived.stop();
            await().atMost(SOON).until(() -> holds(cable.left()));
            assertThat(worse.status().counts().priorityZeroReceived()).isEqualTo(1);
        }
    }

    private static boolean holds(NetworkNamespace namespace) {
        return addresses(namespace, "eth0").contains(ADDRESS);
    }
}
