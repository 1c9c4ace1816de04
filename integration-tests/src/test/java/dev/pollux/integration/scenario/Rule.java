package dev.pollux.integration.scenario;

import dev.pollux.integration.director.DirectorPair;
import dev.pollux.integration.director.VirtualRouter;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** An instance of both directors for which a keyword decides who is master. Without it, it is a. */
enum Rule {
    PLAIN(71, """
            garp_master_delay 0
            garp_master_repeat 1
            garp_master_refresh 1
            notify_deleted "%1$s/say deleted"
            """, ""),
    NO_PREEMPTION(72, "nopreempt", ""),
    LATE_PREEMPTION(73, "preempt_delay 2", ""),
    NEAR_PEER(
            74,
            unicast("192.0.2.11", "192.0.2.12") + "unicast_ttl 7",
            unicast("192.0.2.12", "192.0.2.11 min_ttl 7 max_ttl 7")),
    FAR_PEER(
            75,
            unicast("192.0.2.11", "192.0.2.12") + "unicast_ttl 7\nnotify_master_rx_lower_pri \"%1$s/say lower\"",
            unicast("192.0.2.12", "192.0.2.11 min_ttl 8")),
    PEER_OVER_IPV6(76, unicast("2001:db8::11", "2001:db8::12"), unicast("2001:db8::12", "2001:db8::11")),
    SEALED_OVER_IPV6(77, seal(), seal()),
    TRACKED_FILE(78, "track_file {\n number weight -1\n}", ""),
    TRACKED_INTERFACE(79, "track_interface {\n eth1 weight -150\n}", ""),
    TRACKED_PROCESS(80, "track_process {\n program\n}", ""),
    HUNDRED_ADVERTS(81, "", ""),
    STRICT(82, "strict_mode on\nvirtual_ipaddress {\n 192.0.2.181/24\n}", "strict_mode on"),
    SHORT_CHECKSUM(83, "v3_checksum_as_v2", "v3_checksum_as_v2");

    static final int PRIORITY_OF_A = 200;
    private static final int PRIORITY_OF_B = 100;

    private static final String DEFINITIONS = """
            global_defs {
              script_user root
              notify_fifo %1$s/fifo
              fifo_write_vrrp_states_on_reload
            }
            track_file number {
              file %1$s/number
            }
            vrrp_track_process program {
              process %1$s/pollux-tracked
            }
            """;

    private final int vrid;
    private final String statementsOfA;
    private final String statementsOfB;

    Rule(int vrid, String statementsOfA, String statementsOfB) {
        this.vrid = vrid;
        this.statementsOfA = statementsOfA;
        this.statementsOfB = statementsOfB;
    }

    /** The file of a, where {@code folder} is its {@link Diary}'s. */
    static String configurationOfA(Path folder, Collection<Rule> rules) {
        return (DEFINITIONS
                        + rules.stream()
                                .map(rule -> rule.router(PRIORITY_OF_A, rule.statementsOfA))
                                .collect(Collectors.joining()))
                .formatted(folder);
    }

    static String configurationOfB(Collection<Rule> rules) {
        return rules.stream()
                .map(rule -> rule.router(PRIORITY_OF_B, rule.statementsOfB))
                .collect(Collectors.joining());
    }

    int vrid() {
        return vrid;
    }

    /** Its name in the files and in what the directors tell. */
    String instance() {
        return "VI_" + vrid;
    }

    /** The address that the master has, without prefix length. */
    String address() {
        return overIpv6() ? "2001:db8::" + vrid : "192.0.2." + vrid;
    }

    private boolean overIpv6() {
        return this == PEER_OVER_IPV6 || this == SEALED_OVER_IPV6;
    }

    private String router(int priority, String statements) {
        String interval = this == HUNDRED_ADVERTS ? "0.01" : "0.1";
        List<String> addresses =
                overIpv6() ? List.of("fe80::" + vrid + "/64", address() + "/64") : List.of(address() + "/24");
        return new VirtualRouter(
                        instance(), DirectorPair.EXTERNAL, vrid, priority, 3, interval, addresses, List.of(statements))
                .text();
    }

    private static String unicast(String source, String peer) {
        return "unicast_src_ip " + source + "\nunicast_peer {\n " + peer + "\n}\n";
    }

    private static String seal() {
        return "auth_hmac {\n key 1 0123456789abcdef0123456789abcdef\n}";
    }
}
