package dev.pollux.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.grammar.model.AddressText;
import dev.pollux.grammar.model.Checker;
import dev.pollux.grammar.model.RealServer;
import dev.pollux.grammar.model.SmtpCheck;
import dev.pollux.grammar.model.TcpCheck;
import dev.pollux.grammar.model.VirtualServer;
import dev.pollux.grammar.model.VrrpInstance;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Values that keepalived gives to what people write, where that is not obvious. */
class ValueRulesTest {

    private static VrrpInstance instance(String settings) {
        return Reading.of("vrrp_instance a {\n interface eth0\n virtual_router_id 1\n" + settings + "\n}\n")
                .configuration()
                .vrrpInstances()
                .get(0);
    }

    private static VirtualServer service(String server) {
        return Reading.of("virtual_server 192.0.2.1 443 {\n lvs_sched rr\n lvs_method DR\n protocol TCP\n" + server
                        + "\n}\n")
                .configuration()
                .virtualServers()
                .get(0);
    }

    @Test
    void aPriorityThatIsNoneIsTheUsualOneEvenOfAMaster() {
        assertThat(instance("state MASTER\n priority PRIO\n virtual_ipaddress {\n 192.0.2.9\n }")
                        .priority())
                .isEqualTo(100);
        assertThat(instance("state MASTER\n virtual_ipaddress {\n 192.0.2.9\n }")
                        .priority())
                .isEqualTo(255);
    }

    @Test
    void aPrefixLengthThatNobodyAskedForIsNoMistake() {
        VrrpInstance instance = instance(
                "unicast_src_ip 192.0.2.4/24\n unicast_peer {\n 192.0.2.5/24\n }\n virtual_ipaddress {\n 192.0.2.9\n }");

        assertThat(instance.unicast().peers())
                .singleElement()
                .satisfies(peer -> assertThat(AddressText.of(peer.address())).isEqualTo("192.0.2.5"));
    }

    @Test
    void anUnknownWordDoesNotHideTheRestOfAnAddress() {
        VrrpInstance instance = instance("virtual_ipaddress {\n 192.0.2.9 track 27 dev eth5\n }");

        assertThat(instance.addresses().advertised().get(0).interfaceName()).isEqualTo("eth5");
    }

    @Test
    void anAdvertHasRoomForFewerIpv6Addresses() {
        VrrpInstance instance = instance("virtual_ipaddress {\n ~SEQ(x,1,100) 2001:db8::${x}\n }");

        assertThat(instance.addresses().advertised()).hasSize(89);
        assertThat(instance.addresses().excluded()).hasSize(11);
    }

    @Test
    void theCheckGoesToThePortThatIsWrittenAlsoWhereTheKernelKeepsTheServices() {
        RealServer server = service("real_server 192.0.2.2 80 {\n TCP_CHECK {\n }\n }")
                .realServers()
                .get(0);

        assertThat(server.key().port()).isEqualTo(443);
        assertThat(((TcpCheck) server.checkers().get(0)).connection().port()).isEqualTo(80);
    }

    @Test
    void hostBlocksAreCheckersOfTheirOwnThatInheritFromTheirs() {
        List<Checker> checkers = service(
                        "real_server 192.0.2.2 443 {\n SMTP_CHECK {\n helo_name me\n retry 4\n host {\n connect_port 25\n }\n"
                                + " host {\n connect_ip 192.0.2.7\n retry 0\n }\n }\n }")
                .realServers()
                .get(0)
                .checkers();

        assertThat(checkers)
                .hasSize(2)
                .allMatch(checker -> ((SmtpCheck) checker).helo().equals("me"));
        assertThat(checkers.get(0).timing().retry()).isEqualTo(4);
        assertThat(((SmtpCheck) checkers.get(0)).connection().port()).isEqualTo(25);
        assertThat(checkers.get(1).timing().retry()).isZero();
        assertThat(checkers.get(1).timing().delayLoop()).isEqualTo(Duration.ofMinutes(1));
    }
}
