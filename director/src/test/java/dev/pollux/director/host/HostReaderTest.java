package dev.pollux.director.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.linux.route.Link;
import dev.pollux.linux.testing.NetworkNamespace;
import java.net.DatagramSocket;
import org.junit.jupiter.api.Test;

class HostReaderTest {

    @Test
    void readsTheNamespaceItIsIn() {
        NetworkNamespace.runIn(() -> {
            new ProcessBuilder("ip", "link", "add", "eth0.7", "type", "veth", "peer", "name", "other")
                    .start()
                    .waitFor();
            new ProcessBuilder("ip", "link", "set", "eth0.7", "up").start().waitFor();
            new ProcessBuilder("ip", "link", "set", "other", "up").start().waitFor();
            new ProcessBuilder("ip", "address", "add", "192.0.2.1/24", "dev", "eth0.7")
                    .start()
                    .waitFor();
            new ProcessBuilder("ip", "route", "add", "default", "via", "192.0.2.254")
                    .start()
                    .waitFor();
            new ProcessBuilder("sysctl", "-qw", "net/ipv4/conf/eth0.7/arp_ignore=2")
                    .start()
                    .waitFor();
            try (DatagramSocket socket = new DatagramSocket()) {
                HostFacts facts = HostReader.read();
                NetworkFacts network = facts.network();
                assertThat(network.lans()).extracting(Link::name).contains("eth0.7");
                assertThat(network.holds(FactsBuilder.ip("192.0.2.1"))).isTrue();
                assertThat(network.linkTowards(FactsBuilder.ip("203.0.113.9")))
                        .map(Link::name)
                        .hasValue("eth0.7");
                assertThat(network.linkNextTo(FactsBuilder.ip("192.0.2.77")))
                        .map(Link::name)
                        .hasValue("eth0.7");
                assertThat(network.linkNextTo(FactsBuilder.ip("203.0.113.9"))).isEmpty();
                assertThat(network.udpPorts()).contains(socket.getLocalPort());
                assertThat(facts.sysctls().effective("eth0.7", "arp_ignore")).isEqualTo(2);
                assertThat(Sysctls.name(Sysctls.ofInterface("eth0.7", "arp_ignore")))
                        .isEqualTo("net/ipv4/conf/eth0.7/arp_ignore");
                assertThat(facts.programs().keepalived()).isEmpty();
            }
        });
    }
}
