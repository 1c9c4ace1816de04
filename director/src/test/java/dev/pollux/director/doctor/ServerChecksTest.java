package dev.pollux.director.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.director.host.FactsBuilder;
import dev.pollux.linux.route.AddressFlags;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ServerChecksTest {

    private static final String DR = "lvs_method DR";
    private static final String TUN = "lvs_method TUN";
    private static final String NAT = "lvs_method NAT";
    private static final String FNAT = "lb_kind FNAT\nladdr_group_name LOCAL";
    private static final String LIMIT = "ip route change default via 10.0.0.1 dev eth0 advmss 1440";

    static Stream<Arguments> ailments() {
        return Stream.of(
                ailment(DR, ready()),
                ailment(TUN, tunnel(), "tunnel-mtu", LIMIT),
                ailment(
                        DR,
                        ready().sysctl("net.ipv4.conf.all.arp_ignore", 0),
                        "arp-ignore",
                        "sysctl -qw net.ipv4.conf.all.arp_ignore=1"),
                ailment(
                        DR,
                        ready().sysctl("net.ipv4.conf.all.arp_announce", 1),
                        "arp-announce",
                        "sysctl -qw net.ipv4.conf.all.arp_announce=2"),
                ailment(DR, bare(), "vip-missing", "ip address replace 10.0.0.9/32 dev lo"),
                ailment(
                        DR,
                        ready().address("10.0.0.9/24", "eth0"),
                        "vip-on-lan",
                        "ip address del 10.0.0.9/24 dev eth0"),
                ailment(DR, ready().address("10.0.0.9/24", "lo"), "vip-prefix", "ip address del 10.0.0.9/24 dev lo"),
                ailment(
                        DR,
                        ready().withoutRoutes().route("10.0.0.0/24", null, "eth0", 0),
                        "default-route",
                        "ip route add default via ROUTER"),
                ailment(
                        DR,
                        ready().withoutRoutes().route("0.0.0.0/0", "10.0.0.9", "eth0", 0),
                        "route-through-director",
                        "ip route replace default via ROUTER"),
                ailment(
                        DR,
                        ready().lan("eth1")
                                .withoutRoutes()
                                .route("0.0.0.0/0", "10.1.0.1", "eth1", 0)
                                .sysctl("net.ipv4.conf.eth0.rp_filter", 1),
                        "reverse-path",
                        "sysctl -w net.ipv4.conf.eth0.rp_filter=2"),
                ailment(
                        TUN,
                        tunnel().sysctl("net.ipv4.conf.tunl0.rp_filter", 1),
                        "tunnel-filter",
                        "sysctl -qw net.ipv4.conf.tunl0.rp_filter=0",
                        "tunnel-mtu",
                        LIMIT),
                ailment(
                        TUN,
                        bare().module("ipip")
                                .link("tunl0", 0x80, 1480)
                                .sysctl("net.ipv4.conf.all.rp_filter", 0)
                                .sysctl("net.ipv4.conf.tunl0.rp_filter", 0)
                                .address("10.0.0.9/32", "lo"),
                        "tunnel-down",
                        "ip link set tunl0 arp off up",
                        "tunnel-mtu",
                        LIMIT),
                ailment(
                        "lvs_method TUN type gue port 6080",
                        tunnel().module("fou"),
                        "gue-port",
                        "ip fou add port 6080 gue",
                        "tunnel-mtu",
                        "ip route change default via 10.0.0.1 dev eth0 advmss 1428"),
                ailment(NAT, bare(), "nat-route", "ip route replace default via 10.0.0.9"),
                ailment(NAT, bare().withoutRoutes().route("0.0.0.0/0", "10.0.0.9", "eth0", 0)),
                ailment(FNAT, bare()),
                ailment(
                        FNAT,
                        bare().withoutRoutes().route("10.0.0.0/24", null, "eth0", 0),
                        "local-route",
                        "pollux realserver fullnat --local-address 10.7.0.1 --via DIRECTOR --apply"),
                ailment("lvs_method NAT\nmasquerade", bare().withoutRoutes()));
    }

    private static Arguments ailment(String service, FactsBuilder machine, String... codesAndCommands) {
        return Arguments.of(service, machine, List.of(codesAndCommands));
    }

    @ParameterizedTest
    @MethodSource("ailments")
    void eachIsFoundAloneWithWhatMendsIt(String service, FactsBuilder machine, List<String> found) {
        assertThat(told(Patients.server(service, machine))).isEqualTo(found);
    }

    @Test
    void withoutAFileItIsTold() {
        assertThat(told(Patients.told("dr --vip 10.0.0.9", ready()))).isEmpty();
        assertThat(Patients.codes(Patients.told("tun --vip 10.0.0.9 --tunnel gre", bare())))
                .containsExactly(
                        "tunnel-module", "tunnel-filter", "tunnel-filter", "tunnel-down", "vip-missing", "tunnel-mtu");
        assertThat(Patients.codes(Patients.told("nat --gateway 10.0.0.254", bare())))
                .containsExactly("nat-route");
    }

    @Test
    void anIpv6AddressNeedsNoArpButToBeUsable() {
        UnaryOperator<FactsBuilder> nothing = machine -> machine;
        assertThat(Patients.codes(Patients.told("dr --vip fd00::9", nothing.apply(FactsBuilder.machine()))))
                .containsExactly("vip-missing");
        FactsBuilder failed = FactsBuilder.machine().address("fd00::9/128", "lo", AddressFlags.DAD_FAILED);
        assertThat(Patients.codes(Patients.told("dr --vip fd00::9", failed)))
                .containsExactly("vip-missing", "vip-unusable");
        FactsBuilder good = FactsBuilder.machine().address("fd00::9/128", "lo", AddressFlags.NO_DAD);
        assertThat(Patients.codes(Patients.told("dr --vip fd00::9", good))).isEmpty();
    }

    private static List<String> told(Case patient) {
        List<String> told = new ArrayList<>();
        for (Finding finding : Doctor.examine(patient)) {
            told.add(finding.kind().id());
            told.addAll(finding.commands());
        }
        return told;
    }

    /** Everything but the virtual address. */
    private static FactsBuilder bare() {
        return FactsBuilder.machine()
                .sysctl("net.ipv4.conf.all.arp_ignore", 1)
                .sysctl("net.ipv4.conf.all.arp_announce", 2);
    }

    private static FactsBuilder ready() {
        return bare().address("10.0.0.9/32", "lo");
    }

    private static FactsBuilder tunnel() {
        return bare().tunnel("tunl0")
                .address("10.0.0.9/32", "tunl0")
                .sysctl("net.ipv4.conf.all.rp_filter", 0)
                .sysctl("net.ipv4.conf.tunl0.rp_filter", 0);
    }
}
