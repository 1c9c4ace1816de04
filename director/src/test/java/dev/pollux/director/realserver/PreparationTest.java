package dev.pollux.director.realserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.director.cli.RealServerCommand;
import dev.pollux.director.host.FactsBuilder;
import dev.pollux.director.host.HostFacts;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreparationTest {

    private static final String ARP =
            "sysctl -qw net.ipv4.conf.all.arp_ignore=1; sysctl -qw net.ipv4.conf.all.arp_announce=2; ";
    private static final String FILTERS =
            "sysctl -qw net.ipv4.conf.all.rp_filter=0; sysctl -qw net.ipv4.conf.%1$s.rp_filter=0; ";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        dr --vip 192.0.2.1          | ARP ip address replace 192.0.2.1/32 dev lo
        dr --vip 192.0.2.1,2001:db8::1 | ARP ip address replace 192.0.2.1/32 dev lo; ip address replace 2001:db8::1/128 dev lo nodad preferred_lft 0
        tun --vip 192.0.2.1         | ARP modprobe ipip; RP(tunl0) ip link set tunl0 arp off up; ip address replace 192.0.2.1/32 dev tunl0
        tun --vip 192.0.2.1 --tunnel gre | ARP modprobe ip_gre; RP(gre0) ip link set gre0 arp off up; ip address replace 192.0.2.1/32 dev gre0
        tun --vip 192.0.2.1 --tunnel gue --port 7 | ARP modprobe ipip; RP(tunl0) modprobe fou; ip fou add port 7 gue; ip link set tunl0 arp off up; ip address replace 192.0.2.1/32 dev tunl0
        tun --vip 2001:db8::1 --tunnel gue | modprobe ip6_tunnel; modprobe fou6; ip -6 fou add port 6080 gue; ip link set ip6tnl0 arp off up; ip address replace 2001:db8::1/128 dev ip6tnl0 nodad preferred_lft 0
        tun --vip 2001:db8::1 --tunnel gre | modprobe ip6_gre; ip link set ip6gre0 arp off up; ip address replace 2001:db8::1/128 dev ip6gre0 nodad preferred_lft 0
        nat --gateway 10.0.0.254    | ip route replace default via 10.0.0.254
        nat --gateway fd00::254     | ip -6 route replace default via fd00::254
        fullnat --local-address 10.1.0.1 --via 10.0.0.9 | ip route replace 10.1.0.1/32 via 10.0.0.9
        fullnat --local-address 10.0.0.8 | ''
        """)
    void theStepsOfAMode(String words, String commands) {
        String wanted = commands.replace("ARP ", ARP).replaceAll("RP\\((.*?)\\) ", FILTERS.formatted("$1"));
        assertThat(String.join("; ", commands(words))).isEqualTo(wanted);
    }

    @Test
    void whatIsSoAlreadyIsTaken() {
        FactsBuilder machine = FactsBuilder.machine();
        assertThat(missing("dr --vip 192.0.2.1", machine)).hasSize(3);
        machine.sysctl("net.ipv4.conf.all.arp_ignore", 2).sysctl("net.ipv4.conf.eth0.arp_announce", 2);
        assertThat(missing("dr --vip 192.0.2.1", machine)).containsExactly("ip address replace 192.0.2.1/32 dev lo");
        machine.address("192.0.2.1/32", "lo");
        assertThat(missing("dr --vip 192.0.2.1", machine)).isEmpty();
    }

    @Test
    void everyLanMustBeRightByItself() {
        FactsBuilder machine = FactsBuilder.machine()
                .lan("eth1")
                .sysctl("net.ipv4.conf.eth0.arp_ignore", 1)
                .sysctl("net.ipv4.conf.all.arp_announce", 2);
        assertThat(missing("dr --vip 192.0.2.1", machine))
                .first()
                .isEqualTo("sysctl -qw net.ipv4.conf.all.arp_ignore=1");
        machine.sysctl("net.ipv4.conf.eth1.arp_ignore", 1);
        assertThat(missing("dr --vip 192.0.2.1", machine)).containsExactly("ip address replace 192.0.2.1/32 dev lo");
    }

    @Test
    void anAddressOnTheLanOrWithANetworkDoesNotCount() {
        FactsBuilder machine = FactsBuilder.machine()
                .sysctl("net.ipv4.conf.all.arp_ignore", 1)
                .sysctl("net.ipv4.conf.all.arp_announce", 2)
                .address("192.0.2.1/32", "eth0")
                .address("192.0.2.1/24", "lo");
        assertThat(missing("dr --vip 192.0.2.1", machine)).containsExactly("ip address replace 192.0.2.1/32 dev lo");
        machine.tunnel("dummy0").address("192.0.2.1/32", "dummy0");
        assertThat(missing("dr --vip 192.0.2.1", machine)).isEmpty();
    }

    @Test
    void aTunnelThatIsReady() {
        FactsBuilder machine = FactsBuilder.machine()
                .tunnel("tunl0")
                .module("fou")
                .udpPort(6080)
                .address("192.0.2.1/32", "tunl0")
                .sysctl("net.ipv4.conf.all.arp_ignore", 1)
                .sysctl("net.ipv4.conf.all.arp_announce", 2)
                .sysctl("net.ipv4.conf.all.rp_filter", 0)
                .sysctl("net.ipv4.conf.tunl0.rp_filter", 2);
        assertThat(missing("tun --vip 192.0.2.1 --tunnel gue", machine)).isEmpty();
        machine.sysctl("net.ipv4.conf.tunl0.rp_filter", 1);
        assertThat(missing("tun --vip 192.0.2.1 --tunnel gue", machine))
                .containsExactly("sysctl -qw net.ipv4.conf.tunl0.rp_filter=0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        nat --gateway 10.0.0.254 | ip route replace default via 10.0.0.1 dev eth0
        nat --gateway fd00::254  | ip -6 route replace default via fd00::1 dev eth0 metric 1024
        fullnat --local-address 10.1.0.1 --via 10.0.0.9 | ip route del 10.1.0.1/32 via 10.0.0.9
        dr --vip 192.0.2.1       | sysctl -qw net.ipv4.conf.all.arp_ignore=0
        """)
    void whatUndoesTheFirstStep(String words, String undo) {
        HostFacts before =
                FactsBuilder.machine().sysctl("net.ipv4.conf.all.arp_ignore", 0).facts();
        assertThat(steps(words).get(0).undo(before)).isEqualTo(undo);
    }

    @Test
    void aDefaultRouteOfAnotherMetricStaysWhereItWas() {
        HostFacts before = FactsBuilder.machine()
                .withoutRoutes()
                .route("0.0.0.0/0", "10.0.0.1", "eth0", 100)
                .facts();
        assertThat(steps("nat --gateway 10.0.0.254").get(0).undo(before))
                .isEqualTo("ip route del default via 10.0.0.254");
    }

    private static List<Step> steps(String words) {
        return Preparation.of(RealServerCommand.needs(List.of(words.split(" "))));
    }

    private static List<String> commands(String words) {
        return steps(words).stream().map(Step::command).toList();
    }

    private static List<String> missing(String words, FactsBuilder machine) {
        HostFacts facts = machine.facts();
        return steps(words).stream()
                .filter(step -> !step.taken(facts))
                .map(Step::command)
                .toList();
    }
}
