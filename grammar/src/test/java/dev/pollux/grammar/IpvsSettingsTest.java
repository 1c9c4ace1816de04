package dev.pollux.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.grammar.model.AddressLiteral;
import dev.pollux.grammar.model.IpvsSettings;
import dev.pollux.grammar.model.IpvsTimeouts;
import dev.pollux.grammar.model.MarkSettings;
import dev.pollux.grammar.model.Repair;
import dev.pollux.grammar.model.SyncDaemonSettings;
import dev.pollux.grammar.text.ConfigurationText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What global_defs says of IPVS. The number of findings is that of Debian's keepalived 2.2.7. */
class IpvsSettingsTest {

    private static final String INSTANCE = """
            vrrp_instance V1 {
                interface eth0
                virtual_router_id 7
                virtual_ipaddress {
                    192.0.2.1
                }
            }
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            eth1                                        | -  |   0 |    0 |    0 |  0 | 0
            eth1 V1                                     | V1 |   7 |    0 |    0 |  0 | 0
            eth1 inst V1                                | V1 |   7 |    0 |    0 |  0 | 0
            eth1 V1 9                                   | V1 |   9 |    0 |    0 |  0 | 1
            eth1 V1 9 port 5                            | V1 |   9 |    0 |    5 |  0 | 1
            eth1 inst V1 id 300 maxlen 70000 what 1     | V1 |   7 |    0 |    0 |  0 | 4
            eth1 id 255 maxlen 1400 port 8849 ttl 5     | -  | 255 | 1400 | 8849 |  5 | 0
            eth1 V1 id                                  | V1 |   7 |    0 |    0 |  0 | 1
            eth1 ttl 0                                  | -  |   0 |    0 |    0 |  0 | 1
            """)
    void syncDaemon(String line, String instance, int id, int length, int port, int ttl, int findings) {
        ReadResult result = Reading.of("global_defs {\n lvs_sync_daemon " + line + "\n}\n" + INSTANCE);
        assertThat(settings(result).syncDaemon())
                .isEqualTo(new SyncDaemonSettings(
                        "eth1", instance.equals("-") ? null : instance, id, length, port, ttl, null));
        assertThat(result.diagnostics()).hasSize(findings);
    }

    @Test
    void aGroupIsAMulticastAddress() {
        ReadResult good = Reading.of("global_defs {\n lvs_sync_daemon eth1 group 224.0.0.9\n}\n");
        assertThat(good.diagnostics()).isEmpty();
        assertThat(settings(good).syncDaemon())
                .isEqualTo(new SyncDaemonSettings("eth1", null, 0, 0, 0, 0, AddressLiteral.parse("224.0.0.9")));
        ReadResult bad = Reading.of("global_defs {\n lvs_sync_daemon eth1 group 1.2.3.4\n}\n");
        assertThat(bad.diagnostics()).hasSize(1);
        assertThat(settings(bad).syncDaemon()).isEqualTo(new SyncDaemonSettings("eth1", null, 0, 0, 0, 0, null));
    }

    @Test
    void theFirstDaemonCountsAndOneThatFollowsNobodyIsNone() {
        ReadResult twice = Reading.of("global_defs {\n lvs_sync_daemon eth1\n lvs_sync_daemon eth2\n}\n");
        assertThat(settings(twice).syncDaemon()).isEqualTo(new SyncDaemonSettings("eth1", null, 0, 0, 0, 0, null));
        assertThat(twice.diagnostics()).hasSize(1);
        ReadResult nobody = Reading.of("global_defs {\n lvs_sync_daemon eth1 inst V9\n}\n" + INSTANCE);
        assertThat(settings(nobody).syncDaemon()).isNull();
        assertThat(nobody.diagnostics()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "tcp 7200 tcpfin 50 udp 60, 7200, 50, 60, 0",
        "udp 60, 0, 0, 60, 0",
        "tcp 100 what 3, 100, 0, 0, 2",
        "tcp 2678401, 0, 0, 0, 1",
        "tcp 2678400 udp, 2678400, 0, 0, 1",
        "tcp, 0, 0, 0, 1"
    })
    void timeouts(String line, int tcp, int tcpFin, int udp, int findings) {
        ReadResult result = Reading.of("global_defs {\n lvs_timeouts " + line + "\n}\n");
        assertThat(settings(result).timeouts()).isEqualTo(new IpvsTimeouts(tcp, tcpFin, udp));
        assertThat(result.diagnostics()).hasSize(findings);
    }

    @Test
    void ourOwnKeywords() {
        ReadResult result =
                Reading.of("global_defs {\n drift_repair observe\n sysctl_repair on\n lvs_max_deletions 100\n}\n");
        assertThat(result.diagnostics()).isEmpty();
        assertThat(settings(result))
                .isEqualTo(
                        new IpvsSettings(false, false, Repair.OBSERVE, 100, IpvsTimeouts.UNCHANGED, null, Repair.ON));
        ReadResult wrong = Reading.of("global_defs {\n drift_repair maybe\n lvs_max_deletions -1\n}\n");
        assertThat(wrong.diagnostics()).hasSize(2);
        assertThat(settings(wrong)).isEqualTo(IpvsSettings.defaults());
    }

    @ParameterizedTest
    @CsvSource({
        "net_namespace_ipvs green, green",
        "net_namespace_ipvs, ''",
        "net_namespace_ipvs a\\nnet_namespace_ipvs b, a"
    })
    void anotherNetworkNamespace(String lines, String name) {
        ReadResult result = Reading.of(lines.replace("\\n", "\n") + "\n");
        assertThat(result.diagnostics()).isEmpty();
        assertThat(settings(result).namespace()).isEqualTo(name);
        String dumped = ConfigurationText.of(result.configuration(), true);
        assertThat(settings(Reading.of(dumped))).isEqualTo(settings(result));
    }

    @ParameterizedTest
    @CsvSource({
        "nftables_ipvs, keepalived_ipvs, -1, 1000, 0",
        "nftables_ipvs mine, mine, -1, 1000, 0",
        "nftables_ipvs a-b, keepalived_ipvs, -1, 1000, 1",
        "nftables_ipvs\\nnftables_ipvs_priority -160\\nnftables_ipvs_start_fwmark 4294967295, keepalived_ipvs, -160, 4294967295, 0",
        "nftables_ipvs_start_fwmark 7\\nnftables_ipvs mine, mine, -1, 7, 0",
        "nftables_ipvs mine\\nnftables_ipvs_start_fwmark 0, mine, -1, 1000, 1"
    })
    void marksOfGroups(String lines, String table, int priority, long first, int findings) {
        ReadResult result = Reading.of("global_defs {\n" + lines.replace("\\n", "\n") + "\n}\n");
        assertThat(settings(result).marks()).isEqualTo(new MarkSettings(table, priority, first));
        assertThat(result.diagnostics()).hasSize(findings);
        String dumped = ConfigurationText.of(result.configuration(), true);
        assertThat(settings(Reading.of(dumped))).isEqualTo(settings(result));
    }

    @Test
    void withoutATableThereAreNoMarks() {
        ReadResult result = Reading.of("global_defs {\n nftables_ipvs_priority 3\n nftables_ipvs_start_fwmark 7\n}\n");
        assertThat(result.diagnostics()).isEmpty();
        assertThat(settings(result).marks()).isNull();
    }

    private static IpvsSettings settings(ReadResult result) {
        return result.configuration().global().ipvs();
    }
}
