package dev.pollux.director.dump;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.director.metrics.Clocks;
import dev.pollux.director.track.ProcessStatus;
import dev.pollux.grammar.ConfigurationReader;
import dev.pollux.grammar.ReaderOptions;
import dev.pollux.grammar.host.HostFacts;
import dev.pollux.grammar.model.Configuration;
import dev.pollux.grammar.model.VrrpInstance;
import dev.pollux.vrrp.RouterCounts;
import dev.pollux.vrrp.VirtualRouterStatus;
import dev.pollux.vrrp.bfd.BfdSessionStatus;
import dev.pollux.vrrp.bfd.machine.Session;
import dev.pollux.vrrp.bfd.machine.SessionParameters;
import dev.pollux.vrrp.machine.StateName;
import dev.pollux.vrrp.packet.DropReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DumpDeskTest {

    private static final String FILE = """
            bfd_instance b {
                neighbor_ip 192.0.2.77
                min_rx 100
            }
            vrrp_instance C {
                interface v0
                virtual_router_id 3
                priority 140
                notify "/tmp/n.sh c-notify"
                authentication {
                    auth_type PASS
                    auth_pass geheim
                }
                virtual_ipaddress {
                    10.9.0.12/24
                }
            }
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void statisticsAreInKeepalivedsFormAndBeginAnew() throws IOException {
        DumpDesk desk = new DumpDesk(folder);
        desk.statisticsAnew(snapshot(11));
        assertThat(folder.resolve("keepalived.stats")).hasContent("""
                VRRP Instance: C
                  Advertisements:
                    Received: 2
                    Sent: 11
                  Became master: 1
                  Released master: 1
                  Packet Errors:
                    Length: 0
                    TTL: 4
                    Invalid Type: 0
                    Advertisement Interval: 0
                    Address List: 0
                  Authentication Errors:
                    Invalid Type: 0
                    Type Mismatch: 0
                    Failure: 0
                  Priority Zero:
                    Received: 0
                    Sent: 1
                """);
        desk.statistics(snapshot(15));
        assertThat(Files.readString(folder.resolve("keepalived.stats")))
                .contains("Sent: 4\n", "TTL: 0\n", "Became master: 0\n");
    }

    @Test
    void jsonHasKeepalivedsNames() throws IOException {
        new DumpDesk(folder).json(snapshot(11), new Clocks(1_000_000, 0));
        assertThat(Files.readString(folder.resolve("keepalived.json")))
                .startsWith("[{\"data\":{\"iname\":\"C\",\"dont_track_primary\":0,")
                .contains(
                        "\"ifp_ifname\":\"v0\",\"master_priority\":150,\"last_transition\"",
                        "\"adver_int\":1,\"master_adver_int\":0.3,\"accept\":1",
                        "\"vrid\":3,\"base_priority\":140,\"effective_priority\":130,\"vipset\":false",
                        "\"state\":1,\"wantstate\":1,\"version\":2",
                        "\"script\":\"'/tmp/n.sh' 'c-notify'\"",
                        "\"vips\":[\"10.9.0.12/24 dev v0 scope global\"]",
                        "\"auth_type\":1,\"auth_data\":\"********\"}",
                        "\"stats\":{\"advert_rcvd\":2,\"advert_sent\":11,\"become_master\":1,\"release_master\":1",
                        "\"ip_ttl_err\":4",
                        "\"pri_zero_rcvd\":0,\"pri_zero_sent\":1}}]")
                .doesNotContain("geheim");
    }

    /** Lines that keepalived 2.2.7 wrote of the same file, but that this shows no index of what is installed. */
    @Test
    void jsonHasEntriesAsKeepalivedWritesThem() throws IOException {
        String text = """
                vrrp_script S {
                    script "/usr/bin/sleep 0"
                }
                vrrp_instance C {
                    interface eth0
                    virtual_router_id 51
                    use_vmac
                    track_script {
                        S
                    }
                    authentication {
                        auth_type AH
                        auth_pass geheim
                    }
                    virtual_ipaddress {
                        10.9.0.100/24 dev lo label lo:1 preferred_lft 100
                        10.9.0.102 scope host no_track home
                        10.9.0.103/24 brd 10.9.0.77 scope site
                        10.9.0.110/24
                        10.9.0.111 peer 10.9.0.104
                    }
                    virtual_ipaddress_excluded {
                        2001:db8::1/64 preferred_lft 100
                        2001:db8::2/128
                        2001:db8::3/64 -nodad home mngtmpaddr
                    }
                    virtual_routes {
                        10.1.0.0/16 via 10.9.0.254 dev eth0 src 10.9.0.100
                        10.2.0.0/16 table 200 nexthop via 10.9.0.253 weight 2 nexthop via 10.9.0.252 dev eth0 weight 3
                        blackhole 10.3.0.0/16
                        10.4.0.0/16 dev eth0 mtu 1400 advmss 1300 rtt 300ms hoplimit 5 window 1000 cwnd 10 features ecn realms 3/4 onlink
                        10.5.0.0/16 dev eth0 mtu lock 1400 initcwnd 10
                        10.14.0.0/16 via 10.9.0.254 dev eth0 tos 0x10 src 10.9.0.102
                        2001:db8:1::/48 via 2001:db8::fe dev eth0 metric 77 pref high
                        2001:db8:2::/48 dev eth0 from 2001:db8:9::/64 expires 60
                    }
                    virtual_rules {
                        to 2001:db8:2::/48 table 200 priority 901 suppress_prefixlength 0
                        fwmark 0x5/0xff ipproto tcp dport 80-80 sport 10-20 goto 32766 priority 903
                        from 10.1.0.0/16 to 10.2.0.0/16 tos 4 iif eth0 blackhole priority 905
                        from 10.8.0.0/16 nop priority 908
                        l3mdev priority 910
                        uidrange 10-20 table 99 tunnel-id 7 realms 3/4 priority 911
                    }
                }
                """;
        new DumpDesk(folder).json(snapshot(11, text, Map.of()), new Clocks(1_000_000, 0));
        assertThat(Files.readString(folder.resolve("keepalived.json")))
                .contains(
                        "\"vmac_ifname\":\"vrrp.51\",\"ifp_ifname\":\"vrrp.51\",\"master_priority\":150,",
                        list(
                                "vips",
                                "10.9.0.100/24 dev lo scope global label lo:1",
                                "10.9.0.102 dev vrrp.51@eth0 scope host home no_track",
                                "10.9.0.103/24 brd 10.9.0.77 dev vrrp.51@eth0 scope site",
                                "10.9.0.110/24 dev vrrp.51@eth0 scope global",
                                "10.9.0.111 dev vrrp.51@eth0 scope global peer 10.9.0.104/32"),
                        list(
                                "evips",
                                "2001:db8::1/64 dev eth0 scope global preferred_lft 100",
                                "2001:db8::2 dev eth0 scope global deprecated",
                                "2001:db8::3/64 dev eth0 scope global home -nodad mngtmpaddr preferred_lft forever"),
                        list(
                                "vroutes",
                                "prepend 10.1.0.0/16 src 10.9.0.100 via inet 10.9.0.254 dev eth0 proto 18",
                                "prepend 10.2.0.0/16 table 200 proto 18 nexthop via inet 10.9.0.253 weight 2"
                                        + " nexthop via inet 10.9.0.252 dev eth0 weight 3 no_track",
                                "add blackhole 10.3.0.0/16 proto 18 no_track",
                                "prepend 10.4.0.0/16 dev eth0 proto 18 onlink realms 3/4 rtt 300ms features ecn"
                                        + " mtu 1400 window 1000 cwnd 10 advmss 1300 hoplimit 5",
                                "prepend 10.5.0.0/16 dev eth0 proto 18 mtu lock 1400 initcwnd 10",
                                "prepend 10.14.0.0/16 src 10.9.0.102 tos 16 via inet 10.9.0.254 dev eth0 proto 18",
                                "prepend 2001:db8:1::/48 via inet6 2001:db8::fe dev eth0 proto 18 metric 77 pref high",
                                "prepend 2001:db8:2::/48 from 2001:db8:9::/64 dev eth0 proto 18 expires 60sec"),
                        list(
                                "vrules",
                                "from all to 2001:db8:2::/48 priority 901 tos 0x0 suppress_prefixlen 0 protocol 18"
                                        + " lookup 200",
                                "from all priority 903 tos 0x0 fwmark 0x5/0xff protocol 18 ipproto 6 sport 10-20"
                                        + " dport 80-80 goto 32766",
                                "from 10.1.0.0/16 to 10.2.0.0/16 priority 905 tos 0x4 iif eth0 protocol 18"
                                        + " type blackhole",
                                "from 10.8.0.0/16 priority 908 tos 0x0 protocol 18 nop",
                                "from all priority 910 tos 0x0 l3mdev protocol 18 lookup 0",
                                "from all priority 911 tos 0x0 tunnel-id 7 uidrange 10-20 protocol 18 realms 3/4"
                                        + " lookup 99"),
                        list("track_script", "'/usr/bin/sleep' '0'"),
                        "\"auth_type\":2,\"auth_data\":\"********\"}")
                .doesNotContain("geheim");
    }

    private static String list(String name, String... lines) {
        return "\"" + name + "\":[\"" + String.join("\",\"", lines) + "\"]";
    }

    @Test
    void jsonOfVersion2HasTrackedProcesses() throws IOException {
        DumpDesk.Snapshot snapshot =
                snapshot(11, """
                global_defs {
                    json_version 2
                }
                vrrp_track_process p {
                    process "/bin/p" -a
                    quorum 2
                    weight 5
                }
                """ + FILE.replace("v0", "v0\ntrack_process {\n p\n }"), Map.of("process p", "3"));
        new DumpDesk(folder).json(snapshot, new Clocks(1_000_000, 0));
        assertThat(Files.readString(folder.resolve("keepalived.json")))
                .startsWith("{\"vrrp\":[{\"data\":{\"iname\":\"C\"")
                .contains("\"track_process\":[\"p\"]", "\"auth_ext_replay\":0")
                .endsWith("],\"track_process\":[{\"process\":\"/bin/p\",\"parameters\":\"-a\",\"param_match\":\"none\","
                        + "\"min_processes\":2,\"current_processes\":3,\"have_quorum\":true,\"weight\":5,"
                        + "\"terminate_delay\":0,\"fork_delay\":0,\"fork_delay_timer_running\":false,"
                        + "\"terminate_delay_timer_running\":true,\"full_command\":false}]}");
    }

    @Test
    void theStateGoesWhereTheFileSays() throws IOException {
        String names = "instance me\nglobal_defs {\n data_use_instance\n %s\n}\n" + FILE;
        new DumpDesk(folder).state(snapshot(1, names.formatted(""), Map.of()));
        new DumpDesk(folder).state(snapshot(1, names.formatted("state_dump_file x/y"), Map.of()));
        Path other = Files.createDirectory(folder.resolve("z"));
        new DumpDesk(folder).state(snapshot(1, names.formatted("state_dump_file " + other + "/"), Map.of()));

        assertThat(folder.resolve("keepalived.me.data")).exists();
        assertThat(folder.resolve("x/y.me")).doesNotExist();
        assertThat(other.resolve("keepalived.me.data")).exists();
    }

    @Test
    void theStateIsForPeopleAndHasNoSecrets() throws IOException {
        new DumpDesk(folder).state(snapshot(11));
        assertThat(Files.readString(folder.resolve("keepalived.data")))
                .contains(
                        "State = BACKUP",
                        "Effective priority = 130",
                        " G = FAULT\n",
                        " script s = 1\n",
                        "Cannot be added = route 10.1.0.0/16",
                        "Adverts cannot be sent = Network is down (ENETDOWN)",
                        "auth_pass \"*")
                .doesNotContain("geheim");
    }

    @Test
    void aLinkThatSomebodyPutThereIsReplacedNotFollowed() throws IOException {
        Path precious = Files.writeString(folder.resolve("precious"), "mine");
        Path place = Files.createSymbolicLink(folder.resolve("keepalived.data"), precious);
        new DumpDesk(folder).state(snapshot(11));
        assertThat(precious).hasContent("mine");
        assertThat(Files.isSymbolicLink(place)).isFalse();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place)))
                .isEqualTo("rw-------");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(3);
        }
    }

    @Test
    void sessionsAreWrittenInKeepalivedsWords() throws IOException {
        new DumpDesk(folder).state(snapshot(11));
        assertThat(Files.readString(folder.resolve("keepalived_bfd.data")))
                .startsWith("------< BFD Topology >------\n BFD Instance = b\n   Neighbor IP = 192.0.2.77\n")
                .contains(
                        "   Required min RX interval = 100000 us\n",
                        "   TTL = 255\n",
                        "   local state = Down\n",
                        "   local discriminator = 0xabcdef\n",
                        "   local diag = No Diagnostic\n");
    }

    private static List<BfdSessionStatus> sessions(Configuration configuration) {
        SessionParameters parameters = new SessionParameters(0xabcdef, 5, 10_000, 100_000, 1_000_000, false);
        return configuration.bfdInstances().stream()
                .map(instance -> new BfdSessionStatus(
                        instance,
                        Session.initial(parameters),
                        parameters.discriminator(),
                        1_000_000,
                        0,
                        new BfdSessionStatus.Counts(7, 0, 0, 0, 0)))
                .toList();
    }

    private DumpDesk.Snapshot snapshot(long sent) throws IOException {
        return snapshot(sent, FILE, Map.of("script s", "1"));
    }

    private DumpDesk.Snapshot snapshot(long sent, String text, Map<String, String> trackers) throws IOException {
        Path file = Files.writeString(Files.createTempFile("dump", ".conf"), text);
        Configuration configuration = ConfigurationReader.read(file, ReaderOptions.of("here", HostFacts.permissive()))
                .configuration();
        Files.delete(file);
        VrrpInstance instance = configuration.vrrpInstances().get(0);
        VirtualRouterStatus status = new VirtualRouterStatus(
                "C",
                instance.key(),
                StateName.BACKUP,
                140,
                130,
                List.of(),
                List.of(),
                List.of("route 10.1.0.0/16"),
                Optional.empty(),
                Optional.empty(),
                150,
                Duration.ofMillis(300),
                Optional.empty(),
                "Network is down (ENETDOWN)",
                Optional.empty(),
                Optional.empty(),
                new RouterCounts(2, sent, 1, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0, Map.of(DropReason.TTL, 4L)));
        List<ProcessStatus> processes = configuration.trackers().processes().stream()
                .map(tracker -> new ProcessStatus(tracker, 3, true, true))
                .toList();
        return new DumpDesk.Snapshot(
                configuration, List.of(status), Map.of("G", "FAULT"), trackers, processes, sessions(configuration));
    }
}
