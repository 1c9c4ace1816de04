package dev.pollux.director.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.director.host.FactsBuilder;
import dev.pollux.director.host.ManagedInterface;
import dev.pollux.director.host.ManagedInterface.NetworkManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DirectorChecksTest {

    private static final String NAT = "lvs_method NAT";
    private static final String DR = "lvs_method DR";
    private static final String TUN = "lvs_method TUN";
    private static final String FNAT = "lb_kind FNAT\nladdr_group_name LOCAL";
    private static final long ROOT = -1;
    private static final long NET_ADMIN = 1L << 12;
    private static final long NET_RAW = 1L << 13;

    @ParameterizedTest
    @ValueSource(strings = {NAT, DR, FNAT})
    void nothingIsWrongWithAHealthyOne(String service) {
        assertThat(Patients.codes(Patients.director(service, healthy()))).isEmpty();
    }

    static Stream<Arguments> ailments() {
        return Stream.of(
                ailment(
                        NAT,
                        machine -> machine.sysctl("net.ipv4.ip_forward", 0),
                        "ip-forward",
                        "sysctl -w net.ipv4.ip_forward=1"),
                ailment(
                        FNAT,
                        machine -> machine.sysctl("net.ipv4.ip_forward", 0),
                        "ip-forward",
                        "sysctl -w net.ipv4.ip_forward=1"),
                ailment(DR, machine -> machine.sysctl("net.ipv4.ip_forward", 0)),
                ailment(
                        NAT,
                        machine -> machine.sysctl("net.ipv4.conf.eth0.send_redirects", 1),
                        "send-redirects",
                        "sysctl -w net.ipv4.conf.all.send_redirects=0 net.ipv4.conf.eth0.send_redirects=0"),
                ailment(FNAT, machine -> machine.sysctl("net.ipv4.conf.eth0.send_redirects", 1)),
                ailment(NAT, machine -> machine.lan("eth1")
                        .route("10.0.0.21/32", null, "eth1", 0)
                        .sysctl("net.ipv4.conf.eth0.send_redirects", 1)),
                ailment(
                        DR,
                        machine -> machine.lan("eth1")
                                .withoutRoutes()
                                .route("10.0.0.0/24", null, "eth0", 0)
                                .route("0.0.0.0/0", "10.1.0.1", "eth1", 0)
                                .sysctl("net.ipv4.conf.all.rp_filter", 1),
                        "reverse-path",
                        "sysctl -w net.ipv4.conf.eth0.rp_filter=2"),
                ailment(DR, machine -> machine.sysctl("net.ipv4.conf.all.rp_filter", 1)),
                ailment(
                        DR,
                        machine -> machine.loadable(),
                        "ipvs-missing",
                        "apt install linux-image-amd64    # Debian's kernel has it; this one does not"),
                ailment(DR, machine -> machine.loadable("ip_vs", "ip_vs_wrr")),
                ailment(
                        DR,
                        machine -> machine.loadable("ip_vs"),
                        "scheduler-missing",
                        "apt install linux-image-amd64    # or write another lvs_sched"),
                ailment(
                        FNAT,
                        machine -> machine.sysctl("net.ipv4.vs.conntrack", 0),
                        "ipvs-conntrack",
                        "sysctl -w net.ipv4.vs.conntrack=1"),
                ailment(
                        NAT + "\nmasquerade",
                        machine -> machine.sysctl("net.ipv4.vs.conntrack", 0),
                        "ipvs-conntrack",
                        "sysctl -w net.ipv4.vs.conntrack=1"),
                ailment(NAT, machine -> machine.sysctl("net.ipv4.vs.conntrack", 0)),
                ailment(
                        DR,
                        machine -> machine.sysctl("net.netfilter.nf_conntrack_count", 80)
                                .sysctl("net.netfilter.nf_conntrack_max", 100),
                        "conntrack-full",
                        "sysctl -w net.netfilter.nf_conntrack_max=200"),
                ailment(DR, machine -> machine.sysctl("net.netfilter.nf_conntrack_count", 79)
                        .sysctl("net.netfilter.nf_conntrack_max", 100)),
                ailment(
                        NAT,
                        machine -> machine.withoutRoutes(),
                        "server-unreachable",
                        "ip route add 10.0.0.21 via ROUTER    # or give this machine an address in the server's subnet"),
                ailment(
                        DR,
                        machine -> machine.route("10.0.0.21/32", "10.0.0.1", "eth0", 0),
                        "server-behind-router",
                        "# in the virtual_server: lvs_method TUN, and on the server: pollux realserver tun --vip VIP --apply"),
                ailment(
                        TUN,
                        machine -> machine.route("10.0.0.21/32", "10.0.0.1", "eth0", 0),
                        "tunnel-mtu",
                        "# on the real servers:",
                        "ip route change default via ROUTER dev INTERFACE advmss 1440"),
                ailment("lvs_method TUN type gre", machine -> machine.link("eth1", 1, 1524)
                        .route("10.0.0.21/32", null, "eth1", 0)),
                ailment(
                        DR,
                        machine -> machine.keepalived(77),
                        "keepalived-running",
                        "systemctl disable --now keepalived"),
                ailment(
                        DR,
                        machine -> machine.managed(new ManagedInterface(
                                "eth0", NetworkManager.SYSTEMD_NETWORKD, false, "/run/systemd/network/1.network")),
                        "networkd",
                        "mkdir -p /etc/systemd/network/1.network.d",
                        "printf '[Network]\\nKeepConfiguration=static\\n' >/etc/systemd/network/1.network.d/pollux.conf",
                        "networkctl reload"),
                ailment(
                        DR,
                        machine -> machine.managed(
                                new ManagedInterface("eth0", NetworkManager.SYSTEMD_NETWORKD, true, "x"))),
                ailment(
                        DR,
                        machine -> machine.managed(
                                new ManagedInterface("eth7", NetworkManager.SYSTEMD_NETWORKD, false, "x"))),
                ailment(
                        DR,
                        machine -> machine.managed(
                                new ManagedInterface("eth0", NetworkManager.NETWORK_MANAGER, false, "")),
                        "network-manager",
                        "printf '[keyfile]\\nunmanaged-devices=interface-name:eth0\\n' "
                                + ">/etc/NetworkManager/conf.d/pollux-eth0.conf",
                        "nmcli general reload"),
                missing(NET_ADMIN, "capability"),
                missing(NET_RAW, "capability"),
                missing(1L << 23, "real-time"));
    }

    private static Arguments ailment(String service, UnaryOperator<FactsBuilder> harm, String... codeAndCommands) {
        return Arguments.of(service, harm, List.of(codeAndCommands));
    }

    private static Arguments missing(long capability, String code) {
        return ailment(
                DR,
                machine -> machine.capabilities(ROOT & ~capability),
                code,
                "sudo pollux doctor",
                "# or, in the director's unit: AmbientCapabilities=CAP_NET_ADMIN CAP_NET_RAW CAP_SYS_NICE");
    }

    @ParameterizedTest
    @MethodSource("ailments")
    void eachIsFoundAloneWithWhatMendsIt(String service, UnaryOperator<FactsBuilder> harm, List<String> found) {
        List<String> told = new ArrayList<>();
        for (Finding finding : Doctor.examine(Patients.director(service, harm.apply(healthy())))) {
            told.add(finding.kind().id());
            told.addAll(finding.commands());
        }
        assertThat(told).isEqualTo(found);
    }

    @Test
    void noticesDoNotCount() {
        Finding notice = Finding.of(FindingKind.NOT_EXAMINED, "x");
        assertThat(Doctor.exitCode(List.of())).isZero();
        assertThat(Doctor.exitCode(List.of(notice))).isZero();
        assertThat(Doctor.exitCode(Arrays.asList(notice, Finding.of(FindingKind.IP_FORWARD, "x"))))
                .isEqualTo(5);
    }

    @Test
    void theTextSaysWhatWhyAndHow() {
        assertThat(FindingsText.of(List.of(Finding.of(FindingKind.VIP_MISSING, "not there", "do this"))))
                .isEqualTo("""
                        error: vip-missing: not there
                            breaks DR, TUN: the server drops requests to an address that it does not have
                                do this
                        """);
        assertThat(FindingsText.of(List.of())).isEqualTo("nothing found\n");
    }

    @Test
    void theJsonSaysTheSame() {
        assertThat(FindingsJson.of(List.of(Finding.of(FindingKind.VIP_MISSING, "not there", "do this")), 5))
                .isEqualTo("{\"exitCode\":5,\"findings\":[{\"code\":\"vip-missing\",\"severity\":\"error\","
                        + "\"message\":\"not there\",\"breaks\":\"DR, TUN\",\"why\":\"the server drops requests to an"
                        + " address that it does not have\",\"commands\":[\"do this\"]}]}\n");
    }

    private static FactsBuilder healthy() {
        return FactsBuilder.machine().sysctl("net.ipv4.ip_forward", 1);
    }
}
