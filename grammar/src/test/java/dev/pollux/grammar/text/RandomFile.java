package dev.pollux.grammar.text;

import java.util.List;
import java.util.Random;

/** Files with settings drawn from what the language allows, some of which exclude each other. */
final class RandomFile {

    private static final List<String> INSTANCE = List.of(
            "state MASTER",
            "state BACKUP",
            "priority 255",
            "priority 7",
            "version 3",
            "advert_int 2.37",
            "advert_int 0.01",
            "nopreempt",
            "preempt_delay 7.5",
            "strict_mode on",
            "unicast_peer {\n 192.0.2.77 min_ttl 3\n 192.0.2.78\n }",
            "unicast_ttl 9",
            "mcast_src_ip 192.0.2.50",
            "authentication {\n auth_type PASS\n auth_pass \"a #b\"\n }",
            "authentication {\n auth_type AH\n auth_pass x\n }",
            "virtual_ipaddress_excluded {\n 2001:db8::5/64 dev eth7 scope link\n 192.0.2.60/24 brd + label eth0:9\n }",
            "virtual_ipaddress_excluded {\n 2001:db8::6 no_track -nodad\n 2001:db8::7/128 preferred_lft forever use_vmac"
                    + "\n 192.0.2.61 peer 198.51.100.1/30 preferred_lft 77 noprefixroute home mngtmpaddr autojoin\n }",
            "promote_secondaries",
            "use_vmac",
            "use_vmac myvmac 02:0:0:0:0a\n vmac_xmit_base",
            "use_vmac_addr",
            "use_ipvlan 192.0.2.44/24 private",
            "restore_deleted",
            "no_accept",
            "accept",
            "virtual_routes {\n 10.1.0.0/16 via 192.0.2.254 dev eth0\n blackhole 10.2.0.0/16 no_track"
                    + "\n 2001:db8:1::/48 dev eth3 metric 7 pref high expires 60\n default6 via fe80::1 dev eth3"
                    + "\n 10.3.0.0/16 table 77 nexthop via 192.0.2.1 dev eth1 weight 3 nexthop via inet6 fe80::1 dev eth2 onlink\n }",
            "virtual_routes {\n to 10.4.0.0/16 dev eth0 src 192.0.2.9 scope link tos 0x10 mtu lock 1400 rtt 2s rttvar 500ms"
                    + " rto_min 300 features ecn congctl lock reno hoplimit 9 realms 3/4 append ttl-propagate enabled"
                    + "\n 10.5.0.0/16 encap ip id 5 dst 192.0.2.7 ttl 9 dev eth0\n 10.6.0.0/16 encap mpls 100/200 via 192.0.2.7"
                    + " dev eth0\n 2001:db8:7::/48 encap ila 1:2:3:4 dev eth0\n 10.7.0.0/16 dev eth0 protocol bird no_track\n }",
            "virtual_rules {\n from 10.0.0.0/8 table 5 priority 9\n not to 2001:db8::/32 table main no_track"
                    + " suppress_prefixlength 0\n inet6 iif eth9 goto 20000 realms 5\n fwmark 0x18/0xff uidrange 5-7 ipproto tcp"
                    + " sport 10-20 dport 80 tos 4 oif eth9 tunnel-id 7 blackhole priority 4 protocol bird no_track\n"
                    + " l3mdev priority 6\n nop priority 5\n }",
            "mcast_dst_ip 224.0.0.99",
            "mcast_dst_ip ff02::99",
            "track_src_ip",
            "unicast_fault_no_peer",
            "check_unicast_src",
            "old_unicast_checksum",
            "old_unicast_checksum never",
            "owner_ignore_adverts",
            "native_ipv6",
            "auth_hmac {\n key 1 0123456789abcdef0123456789abcdef\n key 9"
                    + " hex:00ff456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\n active_key 9\n mode permissive\n }",
            "auth_hmac {\n key 3 \"a key of at least thirty-two bytes\"\n time_window 7\n anti_replay monotonic\n }",
            "garp_master_delay 0.5",
            "garp_extra_if all 60",
            "garp_extra_if 0",
            "lvs_sync_daemon_interface eth3",
            "nopreempt\n timer_expired_backup 7",
            "thread_timer_expired",
            "garp_lower_prio_repeat 0",
            "garp_master_refresh 60",
            "dont_track_primary",
            "track_interface {\n eth5 weight 5 reverse\n eth6\n }",
            "skip_check_adv_addr off",
            "down_timer_adverts 9",
            "v3_checksum_as_v2 on",
            "track_script {\n s weight -7 reverse\n s2\n }",
            "track_file {\n f\n }",
            "track_process {\n p weight 3 noreverse\n }",
            "track_bfd {\n b\n \"b v\" weight -3 reverse\n }",
            "notify_master \"/bin/n 'a b' \\\\x24HOME\"",
            "notify \"/bin/n '' # \" root root",
            "notify_deleted",
            "notify_deleted /bin/d",
            "smtp_alert on",
            "notify_priority_changes off");

    private static final List<String> GLOBAL = List.of(
            "router_id \"a ! b {c}\"",
            "vmac_prefix vm",
            "vrrp_restore_deleted",
            "nftables mine",
            "nftables_priority -7",
            "nftables_counters",
            "nftables_ipvs",
            "nftables_ipvs marks\n nftables_ipvs_priority -3\n nftables_ipvs_start_fwmark 70",
            "lvs_flush",
            "lvs_flush_on_stop",
            "vrrp_real_time off",
            "vrrp_rt_priority 50\n vrrp_cpu_affinity 3 1 1\n vrrp_priority -5",
            "checker_rt_priority 2\n bfd_priority 3\n bfd_cpu_affinity 0",
            "max_auto_priority",
            "max_auto_priority -1\n min_auto_priority_delay 20000",
            "drift_repair observe",
            "drift_repair off",
            "sysctl_repair on",
            "lvs_max_deletions 0",
            "lvs_max_deletions 70",
            "lvs_timeouts udp 20 tcp 900",
            "lvs_timeouts tcpfin 0",
            "lvs_sync_daemon eth0 \"V 1\" 9",
            "lvs_sync_daemon eth1 inst \"V 2\" group 224.1.2.3 ttl 3",
            "lvs_sync_daemon eth1 maxlen 1400 port 8849 group ff02::9",
            "lvs_sync_daemon eth1 nosuch",
            "vrrp_min_garp",
            "json_version 2",
            "state_dump_file /run/x/",
            "data_use_instance",
            "rs_init_notifies",
            "vrrp_garp_extra_if 90",
            "vrrp_startup_delay 5.5",
            "vrrp_delay_after_boot 70\n disable_local_igmp",
            "log_unknown_vrids",
            "vrrp_mcast_group4 224.0.0.77",
            "vrrp_check_unicast_src",
            "vrrp_owner_ignore_adverts",
            "vrrp_garp_interval 0.25",
            "vrrp_gna_interval 0.125",
            "vrrp_strict",
            "vrrp_version 3",
            "checker_log_all_failures on",
            "vrrp_higher_prio_send_advert",
            "enable_script_security",
            "script_user daemon bin",
            "notify_fifo /run/f root\n notify_fifo_script /bin/r",
            "lvs_notify_fifo /run/f",
            "vrrp_notify_fifo \"/run/g h\"",
            "startup_script \"/bin/s a\"\n startup_script_timeout 7",
            "smtp_server mail 26\n notification_email {\n a@b c@d\n }\n no_email_faults\n smtp_connect_timeout 3",
            "smtp_alert\n vrrp_notify_priority_changes",
            "smtp_alert_checker off");

    private static final List<String> SERVICE = List.of(
            "lvs_sched sh\n sh-port",
            "lvs_method TUN type gue port 6080 csum",
            "lvs_method DR",
            "persistence_timeout 60",
            "persistence_granularity 255.255.240.0",
            "ops",
            "quorum 3",
            "hysteresis 1",
            "alpha",
            "omega",
            "delay_loop 2.5",
            "retry 4",
            "connect_timeout 0.75",
            "inhibit_on_failure",
            "virtualhost \"www.example.org\"",
            "weight 9",
            "protocol UDP",
            "quorum_up \"/bin/echo 'a b' \\x41$ \\\"\" nobody",
            "quorum_down /bin/false",
            "smtp_alert",
            "ha_suspend",
            "lb_kind FNAT\n laddr_group_name locals",
            "masquerade",
            "sorry_server 192.0.2.99 8080\n sorry_server_inhibit");

    private static final List<String> SERVER = List.of(
            "weight 0",
            "weight 12",
            "lvs_method TUN",
            "lvs_method NAT",
            "uthreshold 100",
            "inhibit_on_failure off",
            "notify_up /bin/up\n notify_down \"/bin/up 'it is down'\"\n smtp_alert off",
            "TCP_CHECK {\n connect_port 81\n bindto 192.0.2.4\n fwmark 9\n }",
            "HTTP_GET {\n http_protocol 1.1\n warmup 3\n url {\n path \"/a b\"\n status_code 200-204 301\n }\n url {\n path /\n digest"
                    + " 0123456789abcdef0123456789ABCDEF\n virtualhost x\n }\n }",
            "notify_up \"/bin/a 'b{c}' ''\"",
            "notify_down /bin/b root root",
            "smtp_alert off",
            "MISC_CHECK {\n misc_path \"/bin/true #x\"\n misc_dynamic\n user root\n }",
            "MISC_CHECK {\n misc_path /bin/true\n misc_timeout 3\n alpha\n retry 7\n }",
            "SMTP_CHECK {\n helo_name me\n host {\n connect_ip 192.0.2.1\n }\n host {\n connect_port 26\n retry 0\n }\n }",
            "DNS_CHECK {\n type mx\n name example.org\n }",
            "FILE_CHECK {\n track_file f\n weight -2 reverse\n }",
            "FILE_CHECK {\n track_file f\n }",
            "BFD_CHECK {\n name b\n }",
            "BFD_CHECK {\n name \"b c\"\n alpha\n }",
            "PING_CHECK {\n delay_loop 0.5\n }",
            "UDP_CHECK {\n payload 0 1 FF\n require_reply x1 2x\n max_reply_length 9\n }",
            "UDP_CHECK {\n require_reply\n bindto 2001:db8::7\n }",
            "SSL_GET {\n enable_sni\n tls_compliant\n fast_recovery\n url {\n path /\n regex \"^a+ 'b' [{]$\"\n regex_no_match\n"
                    + " regex_options caseless UTF\n regex_min_offset 3\n tls_compliant no\n }\n url {\n path /b\n }\n }",
            "SSL_GET {\n sni_name www\n url {\n path /\n }\n }",
            "SSL_GET {\n alpha\n bind_if eth3\n url {\n path /\n }\n }");

    private static final List<String> SESSION = List.of(
            "source_ip 2001:db8::51",
            "min_rx 12.345",
            "min_tx 4294967",
            "idle_tx 2500.5",
            "multiplier 1",
            "passive",
            "ttl 77",
            "hoplimit 3",
            "max_hops 2",
            "max_hops 255",
            "max_hops -1",
            "multihop",
            "weight -7 reverse",
            "weight 253");

    private static final List<String> HEADS = List.of(
            "192.0.2.1 80",
            "192.0.2.2",
            "2001:db8::80 443",
            "fwmark 7",
            "group \"a group\"",
            "group marks",
            "group marks",
            "group a");

    private final Random random;
    private final StringBuilder text = new StringBuilder();

    private RandomFile(Random random) {
        this.random = random;
    }

    static String text(Random random) {
        return new RandomFile(random).write();
    }

    private String write() {
        block("global_defs", GLOBAL, 3, "");
        text.append(random.nextBoolean() ? "instance me\n" : "");
        text.append("virtual_server_group \"a group\" {\n 192.0.2.30-33 80\n 192.0.2.40\n fwmark 3\n}\n")
                .append("virtual_server_group marks {\n fwmark 4\n fwmark 5\n}\n")
                .append("local_address_group locals {\n 192.0.2.200-203 eth1\n 192.0.2.209\n 2001:db8::2 eth2\n}\n")
                .append("virtual_server_group a {\n 2001:db8::1-3 53\n}\n");
        if (random.nextBoolean()) {
            text.append("garp_group {\n interface eth4\n garp_interval 0.01\n}\n")
                    .append(
                            "garp_group {\n interfaces {\n eth0 eth1\n eth4\n }\n garp_interval 0.2\n gna_interval 0.001\n}\n")
                    .append("interface_up_down_delays {\n eth0 0.5\n eth1 100 0.00001\n eth9 7 3\n}\n");
        }
        text.append("vrrp_script s {\n script \"/bin/t -e '/a b'\"\n interval 2\n weight 5 reverse\n init_fail\n}\n")
                .append("vrrp_script s2 {\n script \"</run/x\"\n user daemon\n rise 3\n fall 2\n timeout 4\n}\n")
                .append("track_file f {\n file \"/run/v\"\n init_file 3 overwrite\n}\n")
                .append(
                        "vrrp_track_process p {\n process \"/bin/p q\" -a\n param_match partial\n full_command\n quorum 2\n")
                .append(" quorum_max 5\n delay 1.5\n fork_delay 2\n weight -9\n}\n");
        block("bfd_instance b", SESSION, 5, "neighbor_ip 2001:db8::50\n");
        block("bfd_instance \"b v\"", SESSION, 5, "neighbor_ip 2001:db8::53\n vrrp\n");
        block("bfd_instance \"b c\"", SESSION, 5, "neighbour_ip 192.0.2.53\n source_ip 192.0.2.54\n checker\n");
        String addresses = random.nextInt(3) == 0 ? "2001:db8::9" : "192.0.2.20/24\n 192.0.2.21 dev eth4";
        for (int i = 1; i <= 3; i++) {
            String fixed = "interface eth" + i % 2 + "\n virtual_router_id " + i + "\n virtual_ipaddress {\n "
                    + addresses + "\n }\n";
            block("vrrp_instance \"V " + i + "\"", INSTANCE, 6, fixed);
        }
        text.append(
                "track_group G {\n group {\n \"V 1\" \"V 2\"\n }\n}\nstatic_ipaddress {\n 192.0.2.70/24 dev eth0 track_group G"
                        + "\n 2001:db8::70 dev eth1 no_track\n}\nstatic_routes {\n 10.9.0.0/16 dev eth0 track_group G\n}"
                        + "\nstatic_rules {\n from 10.9.0.0/16 table 9\n}\n");
        text.append(
                "vrrp_sync_group include {\n group {\n \"V 1\"\n \"V 3\"\n }\n track_interface {\n eth8 weight -3\n }\n"
                        + (random.nextBoolean() ? " sync_group_tracking_weight\n" : "")
                        + " track_script {\n s\n }\n notify_fault /bin/f\n smtp_alert\n}\n");
        for (String head : HEADS) {
            String server = random.nextBoolean() ? "192.0.2.9" : "2001:db8::99";
            StringBuilder servers = new StringBuilder("protocol TCP\n");
            for (int i = 0; i < 2; i++) {
                servers.append("real_server ")
                        .append(server)
                        .append(random.nextBoolean() ? " 8" + i : "")
                        .append(" {\n");
                some(SERVER, 3, servers);
                servers.append("}\n");
            }
            block("virtual_server " + head, SERVICE, 5, servers.toString());
        }
        return text.toString();
    }

    private void block(String head, List<String> lines, int most, String fixed) {
        text.append(head).append(" {\n");
        some(lines, most, text);
        text.append(fixed).append("}\n");
    }

    private void some(List<String> lines, int most, StringBuilder out) {
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            out.append(lines.get(random.nextInt(lines.size()))).append('\n');
        }
    }
}
