package dev.pollux.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.grammar.host.HostFacts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What keepalived 2.2.7 answers to lines that are a little wrong: each was put to its {@code -t}. */
class OddLinesTest {

    private static final String INSTANCE =
            "vrrp_instance A {\n interface eth0\n virtual_router_id 7\n virtual_ipaddress {\n 192.0.2.7/24\n }\n%s\n}\n";
    private static final String GLOBAL = "global_defs {\n script_user root\n enable_script_security\n%s\n}\n";

    /** A machine that resolves no names, has only eth0 and knows only root. */
    private static final HostFacts BARE = new CorpusHost(Set.of("lo", "eth0"), Set.of("root"), Set.of("root"));

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "umask 022                        | 0",
                "umask 0x1f                       | 0",
                "umask IWGRP%IWOTH                | 0",
                "umask IWGRP % IWOTH              | 0",
                "umask 9s                         | 5",
                "umask IWGRP IWOTH                | 5",
                "umask everybody                  | 5",
                "reload_time_file /run/a b        | 5",
                "snmp_socket unix:/run/a b        | 5",
                "vrrp_rx_bufs_policy mtu          | 0",
                "vrrp_rx_bufs_policy 65536        | 0",
                "vrrp_rx_bufs_policy sometimes    | 5",
                "vrrp_rx_bufs_multiplier 5 6      | 5",
                "smtp_connect_timeout 0           | 5",
                "smtp_server 192.0.2.1            | 0",
                "smtp_server mail.example.org     | 5",
                "lvs_sync_daemon                  | 5",
                "vrrp_strict 5                    | 0",
                "vrrp_skip_check_adv_addr what    | 0",
                "nftables 5 # any name            | 0",
                "startup_script /bin/true nobody9 | 5",
                "notify_fifo_script /x nobody9    | 0",
            })
    void ofGlobalDefs(String line, int exitCode) {
        assertThat(exitCode(GLOBAL.formatted(line.replace('%', '|')) + INSTANCE.formatted("")))
                .isEqualTo(exitCode);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "unicast_peer {/192.0.2.9 min_ttl 3/}                     | 0",
                "unicast_peer {/192.0.2.9 80/}                            | 5",
                "unicast_peer {/192.0.2.9 min_ttl/}                       | 5",
                "virtual_ipaddress_excluded {/2001:db8::9 dev eth0/}      | 0",
                "virtual_ipaddress_excluded {/2001:db8::9 scope link/}    | 5",
                "use_ipvlan                                               | 5",
                "kernel_rx_buf_size 5000                                  | 0",
                "kernel_rx_buf_size 5 6                                   | 5",
            })
    void ofAnInstance(String lines, int exitCode) {
        assertThat(exitCode(INSTANCE.formatted(lines.replace('/', '\n')))).isEqualTo(exitCode);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "track_file f {/file !a/weight 5 reverse/}              | 0",
                "track_file f {/file !a/weight 5 6/}                    | 5",
                "track_file f {/file !a/file !b/}                       | 5",
                "track_file f {/file/}                                  | 5",
                "vrrp_script f {/script !bin!true/interval 0/}          | 5",
                "vrrp_script f {/script !bin!true/timeout 0/}           | 5",
                "vrrp_track_process f {/process !a/process !b/}         | 5",
                "vrrp_track_process f {/process !a/delay 0/}            | 5",
                "static_ipaddress {/192.0.2.9 dev nope/}                | 5",
                "linkbeat_interfaces {/eth0 MII/}                       | 0",
                "linkbeat_interfaces {/eth0 please/}                    | 5",
                "linkbeat_interfaces {/nope/}                           | 4",
                "virtual_server 192.0.2.7 80 {/lvs_sched rr/lvs_method NAT/protocol TCP/sorry_server 2001:db8::9 80"
                        + "/real_server 192.0.2.8 80 {/weight 1/}/} | 5",
                "virtual_server 192.0.2.7 80 {/lvs_sched rr/lvs_method NAT/protocol TCP/snmp_name a b"
                        + "/real_server 192.0.2.8 80 {/weight 1/}/} | 5",
            })
    void ofOtherBlocks(String lines, int exitCode) {
        String text = lines.replace('/', '\n').replace('!', '/');
        String track =
                text.startsWith("track_file") || text.startsWith("vrrp_track_p") || text.startsWith("vrrp_script")
                        ? text.replaceFirst("(?s)^(vrrp_)?(track_file|script|track_process).*", "$2")
                                        .replaceFirst("^s", "track_s")
                                + " {\nf\n}"
                        : "";
        assertThat(exitCode(GLOBAL.formatted("") + text + "\n" + INSTANCE.formatted(track)))
                .isEqualTo(exitCode);
    }

    @Test
    void aBackslashAtTheEndOfACommentGoesOnWithADefinitionAndIsAWordElsewhere() {
        String definition = "$A=lvs_flush # both \\\nlvs_flush_onstop # of them\n";

        assertThat(Reading.of(definition + "global_defs {\n$A\n}\n")
                        .configuration()
                        .global()
                        .ipvs())
                .isEqualTo(Reading.of("global_defs {\nlvs_flush\nlvs_flush_onstop\n}\n")
                        .configuration()
                        .global()
                        .ipvs());
        assertThat(exitCode("# a note \\\n" + INSTANCE.formatted(""))).isEqualTo(5);
        assertThat(exitCode("# a note \\ \n" + INSTANCE.formatted(""))).isZero();
    }

    @Test
    void aNameOfAVirtualInterfaceIsGivenOnce() {
        String twice = INSTANCE.formatted("use_vmac v1")
                + INSTANCE.formatted("use_vmac v1").replace(" A ", " B ").replace("7", "8");
        ReadResult result = Reading.of(twice);

        assertThat(result.exitCode()).isEqualTo(5);
        assertThat(result.configuration().vrrpInstances())
                .extracting(instance -> instance.interfaces().all().get(0).name())
                .containsExactly("v1", "vrrp.8");
    }

    /** keepalived removes the group before it looks at scripts. */
    @Test
    void scriptsOfAGroupWithoutMembersAreNobodysConcern() {
        String group = "vrrp_sync_group G {\n group {\n nobody\n }\n notify_master /bin/true\n}\n";

        assertThat(exitCode(group + INSTANCE.formatted(""))).isEqualTo(5);
        assertThat(exitCode(group.replace("nobody", "A") + INSTANCE.formatted("")))
                .isEqualTo(6);
    }

    private static int exitCode(String text) {
        ReadResult result = Reading.of(text.getBytes(StandardCharsets.UTF_8), BARE);
        assertThat(result.worthStarting()).isTrue();
        assertThat(List.of(0, 4, 5, 6)).contains(result.exitCode());
        return result.exitCode();
    }
}
