package dev.pollux.ipvs.policy;

import static dev.pollux.ipvs.fixture.VirtualServers.DR;
import static dev.pollux.ipvs.fixture.VirtualServers.NAT;
import static dev.pollux.ipvs.fixture.VirtualServers.forwarded;
import static dev.pollux.ipvs.fixture.VirtualServers.key;
import static dev.pollux.ipvs.fixture.VirtualServers.realServer;
import static dev.pollux.ipvs.fixture.VirtualServers.tcp;
import static dev.pollux.ipvs.fixture.VirtualServers.virtualServer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.Forwarding;
import dev.pollux.grammar.model.Forwarding.Checksum;
import dev.pollux.grammar.model.Forwarding.Encapsulation;
import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.grammar.model.VirtualServer;
import dev.pollux.ipvs.table.Command;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DesiredDestinationsTest {

    private static final Forwarding IPIP = new Forwarding.Tunnel(Encapsulation.IPIP, 0, Checksum.NONE);
    private static final Forwarding GUE = new Forwarding.Tunnel(Encapsulation.GUE, 6080, Checksum.REMOTE_CHECKSUM);
    private static final ServiceKey ADDRESS = tcp("10.0.0.1", 80);
    private static final ServiceKey MARK = new ServiceKey.ByFirewallMark(AddressFamily.IPV4, 7);

    static Stream<Arguments> methods() {
        return Stream.of(
                Arguments.of(ADDRESS, NAT, 8080, "-a -t 10.0.0.1:80 -r 10.1.0.1:8080 -m -w 3"),
                Arguments.of(ADDRESS, NAT, 0, "-a -t 10.0.0.1:80 -r 10.1.0.1:0 -m -w 3"),
                Arguments.of(ADDRESS, DR, 8080, "-a -t 10.0.0.1:80 -r 10.1.0.1:80 -g -w 3"),
                Arguments.of(ADDRESS, DR, 0, "-a -t 10.0.0.1:80 -r 10.1.0.1:80 -g -w 3"),
                Arguments.of(ADDRESS, IPIP, 8080, "-a -t 10.0.0.1:80 -r 10.1.0.1:80 -i -w 3 --tun-type ipip"),
                Arguments.of(
                        ADDRESS,
                        GUE,
                        80,
                        "-a -t 10.0.0.1:80 -r 10.1.0.1:80 -i -w 3 --tun-type gue --tun-port 6080 --tun-remcsum"),
                Arguments.of(MARK, NAT, 8080, "-a -f 7 -r 10.1.0.1:8080 -m -w 3"),
                Arguments.of(MARK, NAT, 0, "-a -f 7 -r 10.1.0.1:0 -m -w 3"),
                Arguments.of(MARK, DR, 8080, "-a -f 7 -r 10.1.0.1:0 -g -w 3"),
                Arguments.of(MARK, IPIP, 8080, "-a -f 7 -r 10.1.0.1:0 -i -w 3 --tun-type ipip"));
    }

    /** As keepalived 2.2.7 programs it (ipvsadm -Sn). */
    @ParameterizedTest
    @MethodSource("methods")
    void portOfTheDestination(ServiceKey service, Forwarding forwarding, int port, String expected) {
        VirtualServer server = virtualServer(service, forwarded(realServer(key("10.1.0.1", port), 3), forwarding));
        assertThat(DesiredDestinations.of(
                                service,
                                server,
                                VirtualServerPolicy.start(server).state())
                        .stream()
                        .map(destination -> new Command.AddDestination(service, destination).toString()))
                .containsExactly(expected);
    }
}
