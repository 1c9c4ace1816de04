package dev.pollux.ipvs.table;

import static dev.pollux.ipvs.fixture.VirtualServers.address;
import static dev.pollux.ipvs.fixture.VirtualServers.tcp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.grammar.model.ServiceSettings;
import dev.pollux.grammar.model.ServiceSettings.Flag;
import dev.pollux.grammar.model.ServiceSettings.Persistence;
import dev.pollux.grammar.model.TransportProtocol;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts that ipvsadm 1.31 printed with -Sn after the same entries had been made with it. */
class IpvsadmArgumentsTest {

    private static final ServiceKey DNS = new ServiceKey.ByAddress(TransportProtocol.UDP, address("10.0.0.2"), 53);

    static Stream<Arguments> services() {
        return Stream.of(
                service(tcp("10.0.0.1", 80), "rr", null, "-t 10.0.0.1:80 -s rr"),
                service(tcp("10.0.0.5", 0), "wlc", persistence(360, 32, null), "-t 10.0.0.5:0 -s wlc -p 360"),
                service(
                        tcp("10.0.0.2", 80),
                        "wlc",
                        persistence(10, 24, null),
                        "-t 10.0.0.2:80 -s wlc -p 10 -M 255.255.255.0"),
                service(tcp("fd00::9", 80), "rr", persistence(20, 64, null), "-t [fd00::9]:80 -s rr -p 20 -M 64"),
                service(tcp("fd00::9", 80), "rr", persistence(20, 128, null), "-t [fd00::9]:80 -s rr -p 20"),
                service(
                        DNS,
                        "rr",
                        persistence(10, 32, "sip"),
                        "-u 10.0.0.2:53 -s rr -p 10 --pe sip -o",
                        Flag.ONE_PACKET),
                service(
                        DNS,
                        "sh",
                        null,
                        "-u 10.0.0.2:53 -s sh -o -b sh-fallback,sh-port",
                        Flag.ONE_PACKET,
                        Flag.SCHEDULER_1,
                        Flag.SCHEDULER_2),
                service(DNS, "mh", null, "-u 10.0.0.2:53 -s mh -b mh-port", Flag.SCHEDULER_2),
                service(DNS, "wlc", null, "-u 10.0.0.2:53 -s wlc -b flag-3", Flag.SCHEDULER_3),
                service(
                        new ServiceKey.ByAddress(TransportProtocol.SCTP, address("10.0.0.7"), 99),
                        "rr",
                        null,
                        "--sctp-service 10.0.0.7:99 -s rr"),
                service(new ServiceKey.ByFirewallMark(AddressFamily.IPV4, 7), "rr", null, "-f 7 -s rr"),
                service(
                        new ServiceKey.ByFirewallMark(AddressFamily.IPV6, 8),
                        "rr",
                        persistence(20, 64, null),
                        "-f 8 -6 -s rr -p 20 -M 64"));
    }

    @ParameterizedTest
    @MethodSource("services")
    void services(Service service, String expected) {
        assertThat(IpvsadmArguments.of(service)).isEqualTo(expected);
    }

    static Stream<Arguments> destinations() {
        ServiceKey service = tcp("10.0.0.1", 80);
        return Stream.of(
                Arguments.of(service, method(0, 0, 0, 0), "-m -w 1"),
                Arguments.of(service, method(3, 0, 0, 0), "-g -w 1"),
                Arguments.of(service, method(2, 0, 0, 0), "-i -w 1 --tun-type ipip"),
                Arguments.of(service, method(2, 1, 6080, 2), "-i -w 1 --tun-type gue --tun-port 6080 --tun-remcsum"),
                Arguments.of(service, method(2, 1, 6080, 0), "-i -w 1 --tun-type gue --tun-port 6080 --tun-nocsum"),
                Arguments.of(service, method(2, 2, 0, 1), "-i -w 1 --tun-type gre --tun-csum"));
    }

    @ParameterizedTest
    @MethodSource("destinations")
    void destinations(ServiceKey service, ForwardingMethod method, String expected) {
        DestinationKey key = new DestinationKey(address("10.1.0.4"), 80);
        assertThat(IpvsadmArguments.of(service, new Destination(key, method, 1, 0, 0)))
                .isEqualTo("-t 10.0.0.1:80 -r 10.1.0.4:80 " + expected);
    }

    @Test
    void thresholds() {
        Destination destination = new Destination(
                new DestinationKey(address("fd00::1"), 8080), method(0, 0, 0, 0), 3, 4_000_000_000L, 50);
        assertThat(IpvsadmArguments.of(tcp("fd00::9", 80), destination))
                .isEqualTo("-t [fd00::9]:80 -r [fd00::1]:8080 -m -w 3 -x 4000000000 -y 50");
    }

    @Test
    void whatMeansNothingIsNoDifference() {
        assertThat(new Service(DNS, "rr", Service.HASHED, 50, 0, null))
                .isEqualTo(new Service(DNS, "rr", 0, 0, -1, null));
        assertThat(method(3, 1, 6080, 1)).isEqualTo(method(3, 0, 0, 0));
    }

    private static ForwardingMethod method(int method, int type, int port, int flags) {
        return new ForwardingMethod(method, type, port, flags);
    }

    private static Persistence persistence(int seconds, int prefixLength, @Nullable String engine) {
        return new Persistence(Duration.ofSeconds(seconds), prefixLength, engine);
    }

    private static Arguments service(
            ServiceKey key, String scheduler, @Nullable Persistence persistence, String expected, Flag... flags) {
        return Arguments.of(Service.of(key, new ServiceSettings(scheduler, Set.of(flags), persistence)), expected);
    }
}
