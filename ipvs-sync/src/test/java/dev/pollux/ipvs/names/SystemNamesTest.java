package dev.pollux.ipvs.names;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.grammar.model.TransportProtocol;
import java.util.List;
import org.junit.jupiter.api.Test;

class SystemNamesTest {

    private final SystemNames names = new SystemNames(List.of(
            "# a comment", "", "http\t80/tcp\twww # WorldWideWeb", "domain 53/tcp", "domain 53/udp", "odd line"));

    @Test
    void portsHaveTheFirstName() {
        assertThat(names.service(80, TransportProtocol.TCP)).contains("http");
        assertThat(names.service(80, TransportProtocol.UDP)).isEmpty();
    }

    @Test
    void aliasesNamePortsToo() {
        assertThat(names.port("www", TransportProtocol.TCP)).hasValue(80);
        assertThat(names.port("domain", TransportProtocol.UDP)).hasValue(53);
        assertThat(names.port("domain", TransportProtocol.SCTP)).isEmpty();
    }

    @Test
    void numbersAreAddressesWithoutALookUp() {
        assertThat(names.address("1.2").orElseThrow().getHostAddress()).isEqualTo("1.0.0.2");
    }
}
