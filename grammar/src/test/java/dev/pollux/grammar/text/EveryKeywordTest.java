package dev.pollux.grammar.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.grammar.ReadResult;
import dev.pollux.grammar.Reading;
import dev.pollux.grammar.bind.RootSchema;
import dev.pollux.grammar.model.Configuration;
import dev.pollux.grammar.schema.BlockSchema;
import dev.pollux.grammar.schema.Entry;
import dev.pollux.grammar.schema.Support;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Every row of the schema that means something changes the model, and what it changes survives being written out and read
 * again: nothing is parsed and dropped.
 */
class EveryKeywordTest {

    /** A file with every block. Keywords are put where the path of their block stands. */
    private static final String FILE = """
            [/]
            global_defs {
            smtp_server mail
            notification_email {
            a@example.org
            }
            [/global_defs]
            notify_fifo /run/a
            vrrp_notify_fifo /run/b
            lvs_notify_fifo /run/c
            startup_script /bin/a
            shutdown_script /bin/b
            }
            static_ipaddress {
            192.0.2.70
            }
            SSL {
            [/SSL]
            }
            garp_group {
            garp_interval 1
            interface eth0
            [/garp_group]
            }
            vrrp_script s {
            script /bin/true
            [/vrrp_script]
            }
            track_file f {
            [/track_file]
            file /run/f
            }
            vrrp_track_file vf {
            [/vrrp_track_file]
            file /run/vf
            }
            vrrp_track_process p {
            [/vrrp_track_process]
            process /bin/p
            }
            bfd_instance b {
            neighbor_ip 192.0.2.66
            [/bfd_instance]
            }
            local_address_group locals {
            192.0.2.200
            }
            vrrp_instance A {
            interface eth0
            virtual_router_id 1
            virtual_ipaddress {
            192.0.2.1
            }
            [/vrrp_instance]
            }
            vrrp_instance B {
            interface eth0
            virtual_router_id 2
            virtual_ipaddress {
            192.0.2.2
            }
            track_interface {
            eth8 weight 5
            }
            authentication {
            auth_type PASS
            auth_pass x
            [/vrrp_instance/authentication]
            }
            }
            vrrp_instance D {
            interface eth0
            virtual_router_id 4
            use_vmac
            virtual_ipaddress {
            2001:db8::4
            }
            virtual_ipaddress_excluded {
            192.0.2.4 dev eth9 use_vmac
            }
            }
            vrrp_instance E {
            interface eth0
            virtual_router_id 5
            priority 255
            unicast_src_ip 192.0.2.5
            unicast_peer {
            192.0.2.6
            }
            virtual_ipaddress {
            192.0.2.5
            }
            }
            track_group T {
            group {
            A
            }
            [/track_group]
            }
            vrrp_instance C {
            interface eth0
            virtual_router_id 3
            version 3
            virtual_ipaddress {
            192.0.2.3
            }
            auth_hmac {
            key 1 0123456789abcdef0123456789abcdef
            key 2 0123456789abcdef0123456789abcdef
            active_key 1
            [/vrrp_instance/auth_hmac]
            }
            track_script {
            s
            }
            track_file {
            f
            vf
            }
            track_process {
            p
            }
            track_bfd {
            b
            }
            }
            vrrp_sync_group G {
            group {
            B
            D
            }
            [/vrrp_sync_group]
            }
            virtual_server 192.0.2.1 80 {
            lvs_sched rr
            lvs_method NAT
            protocol TCP
            sorry_server 192.0.2.99 80
            [/virtual_server]
            real_server 192.0.2.9 80 {
            [/virtual_server/real_server]
            TCP_CHECK {
            [/virtual_server/real_server/TCP_CHECK]
            }
            HTTP_GET {
            url {
            path /
            [/virtual_server/real_server/HTTP_GET/url]
            }
            [/virtual_server/real_server/HTTP_GET]
            }
            SSL_GET {
            url {
            path /
            [/virtual_server/real_server/SSL_GET/url]
            }
            [/virtual_server/real_server/SSL_GET]
            }
            SMTP_CHECK {
            [/virtual_server/real_server/SMTP_CHECK]
            host {
            [/virtual_server/real_server/SMTP_CHECK/host]
            }
            }
            DNS_CHECK {
            [/virtual_server/real_server/DNS_CHECK]
            }
            MISC_CHECK {
            misc_path /bin/m
            [/virtual_server/real_server/MISC_CHECK]
            }
            PING_CHECK {
            [/virtual_server/real_server/PING_CHECK]
            }
            UDP_CHECK {
            [/virtual_server/real_server/UDP_CHECK]
            }
            FILE_CHECK {
            track_file f
            [/virtual_server/real_server/FILE_CHECK]
            }
            BFD_CHECK {
            name b
            [/virtual_server/real_server/BFD_CHECK]
            }
            }
            real_server 192.0.2.10 80 {
            }
            }
            """;

    /** Something for every type: one of them must make a difference. */
    private static final List<String> ARGUMENTS = List.of(
            "",
            "1",
            "7",
            "2",
            "3",
            "0.5",
            "200",
            "2000",
            "on",
            "off",
            "word",
            "192.0.2.77",
            "192.0.2.77 88",
            "2001:db8::77",
            "/bin/false",
            "\"/bin/false a\" root",
            "eth7",
            "inet",
            "MASTER",
            "AH",
            "sh",
            "DR",
            "UDP",
            "MX",
            "1.1",
            "022",
            "mtu",
            "0123456789abcdef0123456789abcdef",
            "3 0123456789abcdef0123456789abcdef",
            "224.0.0.77",
            "ff02::77",
            "tcp 9",
            "eth0 id 5",
            "-3 reverse",
            "3 overwrite",
            "partial",
            "never",
            "monotonic",
            "permissive",
            "observe",
            "255.255.255.0",
            "locals",
            "root",
            "vf",
            "no-such",
            "FF",
            "x1",
            "/run/g");

    private static final List<String> LINES = List.of(
            "192.0.2.77",
            "192.0.2.77 80",
            "eth7",
            "eth7 weight 3",
            "eth0 1 2",
            "s",
            "f weight 0",
            "p weight 0",
            "b weight 0",
            "s weight 3",
            "f weight 3",
            "p weight 3",
            "b weight 3",
            "A",
            "C",
            "someone@example.org",
            "10.0.0.0/8 dev eth0",
            "from 10.0.0.0/8 table 5");

    /** Keywords that mean something only beside others. */
    private static final Map<String, String> BESIDE = Map.ofEntries(
            Map.entry("/virtual_server/ops", "protocol UDP"),
            Map.entry("/virtual_server/hysteresis", "quorum 2"),
            Map.entry("/virtual_server/real_server/UDP_CHECK/min_reply_length", "require_reply"),
            Map.entry("/virtual_server/real_server/UDP_CHECK/max_reply_length", "require_reply"),
            Map.entry("/vrrp_sync_group/sync_group_tracking_weight", "track_interface {\neth9 weight 3\n}"),
            Map.entry("/vrrp_sync_group/global_tracking", "track_interface {\neth9 weight 3\n}"),
            Map.entry("/vrrp_instance/timer_expired_backup", "nopreempt"),
            Map.entry("/vrrp_instance/thread_timer_expired", "nopreempt"),
            Map.entry("/vrrp_instance/track_src_ip", "mcast_src_ip 192.0.2.44"),
            Map.entry("/vrrp_instance/owner_ignore_adverts", "priority 255"),
            Map.entry("/vrrp_instance/use_vmac_addr", "virtual_ipaddress_excluded {\n192.0.2.88 dev eth9\n}"),
            Map.entry("/virtual_server/sh-port", "lvs_sched sh"),
            Map.entry("/virtual_server/sh-fallback", "lvs_sched sh"),
            Map.entry("/virtual_server/mh-port", "lvs_sched mh"),
            Map.entry("/virtual_server/mh-fallback", "lvs_sched mh"),
            Map.entry("/virtual_server/persistence_granularity", "persistence_timeout 9"),
            Map.entry("/virtual_server/persistence_engine", "persistence_timeout 9\nprotocol UDP"),
            Map.entry("/global_defs/nftables_ipvs_priority", "nftables_ipvs"),
            Map.entry("/global_defs/nftables_ipvs_start_fwmark", "nftables_ipvs"),
            Map.entry("/virtual_server/laddr_group_name", "lb_kind FNAT"),
            Map.entry("/vrrp_instance/preempt_delay", "state BACKUP"),
            Map.entry("/vrrp_instance/preempt", "nopreempt"),
            Map.entry("/vrrp_instance/vmac_xmit_base", "use_vmac"),
            Map.entry("/vrrp_instance/unicast_ttl", "unicast_peer {\n192.0.2.55\n}"),
            Map.entry("/vrrp_instance/unicast_src_ip", "unicast_peer {\n192.0.2.55\n}"),
            Map.entry("/vrrp_instance/check_unicast_src", "unicast_peer {\n192.0.2.55\n}"),
            Map.entry("/vrrp_instance/old_unicast_checksum", "version 3\nunicast_peer {\n192.0.2.55\n}"),
            Map.entry("/vrrp_instance/v3_checksum_as_v2", "version 3"),
            Map.entry("/vrrp_instance/accept", "strict_mode on\nversion 3"));

    /** Keywords without a trace in this file, and why that is right. */
    private static final Map<String, String> TRACELESS = Map.ofEntries(
            Map.entry(
                    "/global_defs/dynamic_interfaces",
                    "an interface that is missing is waited for with and without it"),
            Map.entry("/global_defs/include_check", "the preprocessor has acted on it"),
            Map.entry("/global_defs/iproute_usr_dir", "names of tables have become numbers"),
            Map.entry("/global_defs/iproute_etc_dir", "names of tables have become numbers"),
            Map.entry("/vrrp_instance/vrf", "is the interface of an instance that has none"),
            Map.entry("/vrrp_instance/no_virtual_ipaddress", "says that no address is meant"),
            Map.entry("/vrrp_instance/native_ipv6", "tells the family of an instance without addresses"),
            Map.entry("/virtual_server/ip_family", "tells the family of a firewall mark"),
            Map.entry("/virtual_server/hashed", "says of sh and mh what they do anyway"),
            Map.entry("/virtual_server_group", "needs a name and somebody who uses it"),
            Map.entry("/local_address_group", "needs a name and somebody who uses it"));

    @Test
    void changesTheModelAndSurvives() {
        Configuration plain = Reading.of(file("", "")).configuration();
        assertThat(plain.virtualServers()).isNotEmpty();
        List<String> lost = new ArrayList<>();
        walk("", RootSchema.table(), (path, entry) -> {
            String name = path + "/" + entry.name();
            if (!TRACELESS.containsKey(name) && !isOfClearText(name) && !leavesATrace(path, entry)) {
                lost.add(name);
            }
        });
        assertThat(lost).isEmpty();
    }

    /** Both checkers have the same keywords; these mean nothing to HTTP_GET. */
    private static boolean isOfClearText(String name) {
        return name.endsWith("/HTTP_GET/enable_sni") || name.endsWith("/HTTP_GET/sni_name");
    }

    private static boolean leavesATrace(String path, Entry<?> entry) {
        String beside =
                BESIDE.getOrDefault(path + "/" + entry.name(), entry.name().startsWith("regex_") ? "regex a" : "");
        Configuration without = Reading.of(file(path, beside)).configuration();
        boolean lines = entry instanceof Entry.Lines<?>;
        for (String argument : lines ? LINES : ARGUMENTS) {
            String keyword = entry.name() + (lines ? " {\n" + argument + "\n}" : " " + argument);
            ReadResult with = Reading.of(file(path, beside + "\n" + keyword));
            if (!with.configuration().equals(without)) {
                survives(keyword, with.configuration());
                return true;
            }
        }
        return false;
    }

    private static void survives(String keyword, Configuration configuration) {
        String text = ConfigurationText.of(configuration, true);
        assertThat(Reading.of(text).configuration()).as(keyword + "\n" + text).isEqualTo(configuration);
    }

    private static String file(String path, String lines) {
        return FILE.replace("[/" + path.replaceFirst("^/", "") + "]", lines).replaceAll("(?m)^\\[/.*\n", "");
    }

    private interface Visitor {

        void visit(String path, Entry<?> entry);
    }

    private static void walk(String path, BlockSchema<?> schema, Visitor visitor) {
        for (Entry<?> entry : schema.entries()) {
            if (entry.support().kind() == Support.Kind.WITHOUT_EFFECT) {
                continue;
            }
            if (entry instanceof Entry.Block<?, ?> block) {
                walk(path + "/" + entry.name(), block.schema(), visitor);
            } else {
                visitor.visit(path, entry);
            }
        }
    }
}
