package dev.pollux.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.grammar.diagnostic.Diagnostic;
import dev.pollux.grammar.model.AddressSettings;
import dev.pollux.grammar.model.Authentication;
import dev.pollux.grammar.model.TrackSettings.TrackedInterface;
import dev.pollux.grammar.model.Trackers;
import dev.pollux.grammar.model.VrrpInstance;
import dev.pollux.grammar.model.VrrpInstance.InitialState;
import dev.pollux.grammar.model.VrrpSettings.GarpGroup;
import dev.pollux.grammar.model.VrrpSettings.LinkDelays;
import dev.pollux.grammar.text.ConfigurationText;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings that exclude each other, within an instance and across blocks; exit codes are those of keepalived 2.2.7. */
class InstanceRulesTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "version 2                                                            | 192.0.2.1   | 0",
                "unicast_peer { 192.0.2.9 } | 192.0.2.1 | 0",
                "unicast_peer { 192.0.2.9\\n } mcast_dst_ip 224.0.0.99                 | 192.0.2.1   | 5",
                "version 2\\n state BACKUP\\n authentication { auth_type AH\\n auth_pass a } | 2001:db8::1 | 5",
                "version 2                                                            | 2001:db8::1 | 0",
                "strict_mode on                                                       | 192.0.2.1   | 0",
                "strict_mode on\\n version 2                                          | 2001:db8::1 | 5",
                "strict_mode on\\n authentication { auth_type PASS\\n auth_pass a }   | 192.0.2.1   | 5",
                "strict_mode on\\n state MASTER\\n priority 100                       | 192.0.2.1   | 5",
                "strict_mode on\\n state BACKUP\\n priority 255                       | 192.0.2.1   | 5",
                "strict_mode on\\n preempt_delay 5                                    | 192.0.2.1   | 5",
                "strict_mode on\\n down_timer_adverts 5                               | 192.0.2.1   | 5",
                "strict_mode on\\n accept                                             | 192.0.2.1   | 5",
                "strict_mode on\\n unicast_peer { 192.0.2.9 }                         | 192.0.2.1   | 0",
                "priority 255\\n state MASTER\\n track_interface { eth1 weight 5 }     | 192.0.2.1   | 5",
                "strict_mode on                                                       | fe80::1     | 0",
                "strict_mode on                                                       | 2001:db8::1 | 5",
                "nopreempt\\n timer_expired_backup                                     | 192.0.2.1   | 0",
                "timer_expired_backup 200                                             | 192.0.2.1   | 5",
                "garp_extra_if all 0                                                  | 192.0.2.1   | 0",
                "garp_extra_if all                                                    | 192.0.2.1   | 5",
                "garp_extra_if 86401                                                  | 192.0.2.1   | 5",
                "priority 255\\n state MASTER\\n track_interface { eth1 }              | 192.0.2.1   | 0",
            })
    void exitCodes(String lines, String address, int exitCode) {
        ReadResult result = instance(lines, address);

        assertThat(result.exitCode()).as(result.diagnostics().toString()).isEqualTo(exitCode);
        assertThat(result.configuration().vrrpInstances()).hasSize(1);
    }

    @Test
    void theLoopbackInterfaceIsNoInterfaceForAnInstance() {
        ReadResult result = Reading.of(
                "vrrp_instance V {\n interface lo\n virtual_router_id 1\n virtual_ipaddress { 192.0.2.1 }\n }");

        assertThat(result.exitCode()).isEqualTo(5);
        assertThat(result.configuration().vrrpInstances()).isEmpty();
    }

    /** {@code vrf} stands for the interface that a unicast instance can do without. */
    @Test
    void aVrfIsWhereAUnicastInstanceWithoutInterfaceSpeaks() {
        VrrpInstance instance = Reading.of("""
                vrrp_instance V {
                    vrf blue
                    virtual_router_id 1
                    unicast_src_ip 192.0.2.7
                    unicast_peer {
                        192.0.2.8
                    }
                    virtual_ipaddress {
                        192.0.2.1 dev eth1
                    }
                }
                """).configuration().vrrpInstances().get(0);

        assertThat(instance.advertInterface()).isEqualTo("blue");
        assertThat(instance.addresses().advertised()).hasSize(1);
    }

    @Test
    void delaysOfAnInterfaceAreShorterThanWhatABackupWaits() {
        ReadResult result = Reading.of("interface_up_down_delays {\n eth0 7 1.5\n eth1 7\n }\n"
                + "vrrp_instance V {\n interface eth0\n virtual_router_id 1\n virtual_ipaddress { 192.0.2.1 }\n }");

        assertThat(result.exitCode()).isZero();
        assertThat(result.configuration().global().vrrp().linkDelays())
                .containsEntry("eth0", new LinkDelays(Duration.ofNanos(1_996_093_000), Duration.ofMillis(1500)))
                .containsEntry("eth1", new LinkDelays(Duration.ofSeconds(7), Duration.ofSeconds(7)));
    }

    /** An interface is in one group, and one that says nothing is left out. */
    @Test
    void garpGroups() {
        ReadResult result = Reading.of(
                "garp_group {\n interface eth0\n garp_interval 0.5\n }\n"
                        + "garp_group {\n interfaces {\n eth0 eth1\n }\n gna_interval 1\n }\ngarp_group {\n interface eth2\n }");

        assertThat(result.exitCode()).isEqualTo(5);
        assertThat(result.configuration().global().vrrp().garpGroups())
                .containsExactly(
                        new GarpGroup(Duration.ofMillis(500), Duration.ZERO, List.of("eth0")),
                        new GarpGroup(Duration.ZERO, Duration.ofSeconds(1), List.of("eth1")));
    }

    @Test
    void strictModeTakesOutWhatTheProtocolDoesNotHave() {
        VrrpInstance instance =
                instance("""
                        strict_mode on
                        state MASTER
                        priority 100
                        preempt_delay 5
                        down_timer_adverts 7
                        authentication { auth_type PASS
                            auth_pass a }
                        """, "192.0.2.1").configuration().vrrpInstances().get(0);

        assertThat(instance.initialState()).isEqualTo(InitialState.BACKUP);
        assertThat(instance.preempt().delay()).isEqualTo(Duration.ZERO);
        assertThat(instance.advert().downTimerAdverts()).isEqualTo(3);
        assertThat(instance.authentication()).isEqualTo(new Authentication.None());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"version 2, 1", "version 3, 0", "strict_mode on, 0", "version 3\\n no_virtual_ipaddress, 1"})
    void withoutAddressesOnlyVersion2Runs(String lines, int instances) {
        assertThat(Reading.of("vrrp_instance A {\n interface eth0\n virtual_router_id 5\n" + lines.replace("\\n", "\n")
                                + "\n}")
                        .configuration()
                        .vrrpInstances())
                .hasSize(instances);
    }

    /** RFC 3768 6.1 and RFC 9568 6.1: defaults and limits. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "version 2                         | 1000   | 100",
                "version 3                         | 1000   | 100",
                "version 2\\n advert_int 2.4       | 2000   | 100",
                "version 2\\n advert_int 0.4       | 1000   | 100",
                "version 2\\n advert_int 255       | 255000 | 100",
                "version 3\\n advert_int 0.01      | 10     | 100",
                "version 3\\n advert_int 40.95     | 40950  | 100",
                "version 3\\n advert_int 41        | 40950  | 100",
                "version 3\\n priority 1           | 1000   | 1",
                "version 3\\n priority 254         | 1000   | 254",
                "version 3\\n state MASTER         | 1000   | 255",
            })
    void intervalsAndPriorities(String lines, long milliseconds, int priority) {
        VrrpInstance instance =
                instance(lines, "192.0.2.1").configuration().vrrpInstances().get(0);

        assertThat(instance.advert().interval()).isEqualTo(Duration.ofMillis(milliseconds));
        assertThat(instance.priority()).isEqualTo(priority);
    }

    @Test
    void addressesThatDoNotFitAreNotAdvertised() {
        String addresses = IntStream.range(0, 260)
                .mapToObj(i -> "10.0." + i / 200 + "." + (i % 200 + 1))
                .collect(Collectors.joining("\n"));

        ReadResult result = instance("", addresses);

        AddressSettings held = result.configuration().vrrpInstances().get(0).addresses();
        assertThat(held.advertised()).hasSize(255);
        assertThat(held.excluded()).hasSize(5);
        assertThat(result.exitCode()).isEqualTo(5);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "192.0.2.1/24 / 192.0.2.1/24 dev eth0, 1",
        "192.0.2.1/24 dev eth0 / 192.0.2.1/24, 1",
        "192.0.2.1/24 dev eth0 / 192.0.2.1/24 dev eth1, 2",
        "192.0.2.1/24 / 192.0.2.1/32 dev eth0, 2",
        "192.0.2.1/24 / 192.0.2.2/24 dev eth0, 2"
    })
    void anAddressCountsOnceWithAndWithoutItsInterface(String addresses, int held) {
        ReadResult result = instance("", addresses.replace(" / ", "\n"));
        String text = ConfigurationText.of(result.configuration(), true);

        assertThat(result.configuration().vrrpInstances().get(0).addresses().advertised())
                .hasSize(held);
        assertThat(result.exitCode()).isZero();
        assertThat(Reading.of(text).configuration()).isEqualTo(result.configuration());
    }

    @Test
    void whatOnlyALostInstanceTracksIsNotTracked() {
        ReadResult result = Reading.of("""
                track_file f {
                    file /run/f
                }
                vrrp_instance A {
                    interface eth0
                    virtual_router_id 5
                    version 3
                    track_file {
                        f weight 1
                    }
                }
                """);

        assertThat(result.configuration().vrrpInstances()).isEmpty();
        assertThat(result.configuration().trackers()).isEqualTo(Trackers.none());
    }

    @Test
    void membersTrackWhatTheirGroupTracks() {
        ReadResult result = group("");

        assertThat(result.configuration().vrrpInstances())
                .extracting(instance -> instance.tracking().interfaces())
                .containsExactly(
                        List.of(new TrackedInterface("eth9", 0, false), new TrackedInterface("eth8", -7, false)),
                        List.of(new TrackedInterface("eth8", -7, false)));
        assertThat(result.diagnostics())
                .extracting(Diagnostic::message)
                .containsExactlyInAnyOrder(
                        "vrrp_instance A: the weight of tracked interface eth9 is ignored in a sync group",
                        "vrrp_sync_group G tracks interface eth0, which vrrp_instance A tracks already; that counts for it",
                        "vrrp_sync_group G tracks interface eth0, which vrrp_instance B tracks already; that counts for it");
        assertThat(result.exitCode()).isEqualTo(5);
    }

    @Test
    void weightsCountWhereTheGroupAllowsThem() {
        assertThat(group("sync_group_tracking_weight")
                        .configuration()
                        .vrrpInstances()
                        .get(0)
                        .tracking()
                        .interfaces())
                .contains(new TrackedInterface("eth9", 5, false));
    }

    @Test
    void servicesThatMeetInTheKernelAreRemarked() {
        String body = " {\n lb_algo rr\n lb_kind NAT\n protocol TCP\n real_server 192.0.2.9 80 {\n }\n}\n";

        ReadResult result = Reading.of("virtual_server_group g {\n 192.0.2.1-3 80\n}\nvirtual_server group g" + body
                + "virtual_server 192.0.2.2 80" + body);

        assertThat(result.diagnostics())
                .extracting(Diagnostic::message)
                .contains(
                        "virtual_server 192.0.2.2 80 has [192.0.2.2]:tcp:80, which is also one of virtual_server group g");
        assertThat(result.exitCode()).isZero();
    }

    private static ReadResult group(String line) {
        String body = "interface eth0\n virtual_ipaddress { 192.0.2.1\n}\n";
        return Reading.of("vrrp_instance A {\n virtual_router_id 5\n track_interface {\n eth9 weight 5\n }\n" + body
                + "}\nvrrp_instance B {\n virtual_router_id 6\n" + body + "}\nvrrp_sync_group G {\n group { A B }\n"
                + " track_interface {\n eth0 weight 4\n eth8 weight -7\n }\n" + line + "\n}\n");
    }

    private static ReadResult instance(String lines, String addresses) {
        return Reading.of("vrrp_instance A {\n interface eth0\n virtual_router_id 5\n" + lines.replace("\\n", "\n")
                + "\n virtual_ipaddress {\n" + addresses + "\n }\n}\n");
    }
}
