package dev.pollux.ipvs.kernel;

import static dev.pollux.ipvs.fixture.VirtualServers.address;
import static dev.pollux.ipvs.fixture.VirtualServers.tcp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.grammar.model.TransportProtocol;
import dev.pollux.ipvs.table.Destination;
import dev.pollux.ipvs.table.DestinationKey;
import dev.pollux.ipvs.table.ForwardingMethod;
import dev.pollux.ipvs.table.Service;
import dev.pollux.linux.netlink.NetlinkReader;
import java.net.Inet6Address;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers of a 6.1 kernel (x86-64), recorded with strace after the entries had been made with ipvsadm. */
class DecoderTest {

    /** The 32-bit counters (attribute 10), all zero. */
    private static final String STATS =
            "5c000a00080001000000000008000200000000000800030000000000" + "0c000400" + "00".repeat(8) + "0c000500"
                    + "00".repeat(8)
                    + "0800060000000000080007000000000008000800000000000800090000000000" + "08000a0000000000";

    /** The 64-bit counters (attribute 12): 1, 2, 3, 4, 5 and rates. */
    private static final String STATS64 = "7c000c00" + counter(1, 1) + counter(2, 2) + counter(3, 3) + counter(4, 4)
            + counter(5, 5) + counter(6, 9) + counter(7, 9) + counter(8, 9) + counter(9, 9) + counter(10, 9);

    private static final TrafficStatistics COUNTED =
            new TrafficStatistics(1, 2, 3, 4, 5, new TrafficRates(9, 9, 9, 9, 9));

    private static final String TUNNEL = "0501000050010200"
            + "140001000a01000400000000000000000000000006000200005000000800030002000000080004000100000005000d0001000000"
            + "06000e0017c0000006000f0002000000080005000000000008000600000000000800070007000000080008000800000008000900"
            + "0900000006000b0002000000" + STATS + STATS64;

    static Stream<Arguments> services() {
        return Stream.of(
                Arguments.of(
                        "0600010002000000" + "0600020011000000" + "140003000a000002" + "00".repeat(12)
                                + "0600040000350000" + "0700060073680000" + "0c0007001e000000ffffffff"
                                + "0800080000000000" + "08000900ffffffff",
                        new Service(udp("10.0.0.2", 53), "sh", 0x1c, 0, -1, null)),
                Arguments.of(
                        "0600010002000000" + "0600020006000000" + "140003000a000001" + "00".repeat(12)
                                + "0600040000500000" + "08000600776c6300" + "0c00070003000000ffffffff"
                                + "080008000a000000" + "08000900ffffff00",
                        new Service(tcp("10.0.0.1", 80), "wlc", 1, 10, 0xffffff00, null)),
                Arguments.of(
                        "060001000a000000" + "0600020006000000" + "14000300fd000000000000000000000000000009"
                                + "0600040000500000" + "0700060072720000" + "0c00070002000000ffffffff"
                                + "0800080000000000" + "0800090080000000",
                        new Service(tcp("fd00::9", 80), "rr", 0, 0, 128, null)),
                Arguments.of(
                        "0600010002000000" + "0600020011000000" + "140003000a000006" + "00".repeat(12)
                                + "0600040013c40000" + "08000600776c6300" + "08000b0073697000"
                                + "0c00070003000000ffffffff" + "080008003c000000" + "08000900ffffffff",
                        new Service(udp("10.0.0.6", 5060), "wlc", 1, 60, -1, "sip")),
                Arguments.of(
                        "060001000a000000" + "0800050008000000" + "0700060072720000" + "0c00070003000000ffffffff"
                                + "0800080014000000" + "0800090040000000",
                        new Service(new ServiceKey.ByFirewallMark(AddressFamily.IPV6, 8), "rr", 1, 20, 64, null)));
    }

    @ParameterizedTest
    @MethodSource("services")
    void readsServices(String attributes, Service expected) {
        assertThat(ServiceDecoder.decode(service(attributes + STATS + STATS64).attributes()))
                .contains(new ServiceReadout(expected, COUNTED));
    }

    @Test
    void readsCountersOfOldKernels() {
        String counters = "34000a00" + "08000100ffffffff" + "0800020002000000" + "0800030003000000" + counter(4, 4)
                + counter(5, 5);
        assertThat(ServiceDecoder.decode(service("0600010002000000" + "0800050007000000" + counters)
                                .attributes())
                        .orElseThrow()
                        .traffic())
                .isEqualTo(new TrafficStatistics(0xffffffffL, 2, 3, 4, 5));
    }

    @Test
    void readsDestinations() {
        assertThat(DestinationDecoder.decode(Wire.reader(TUNNEL).attributes(), AddressFamily.IPV6))
                .contains(new DestinationReadout(
                        new Destination(
                                new DestinationKey(address("10.1.0.4"), 80),
                                new ForwardingMethod(2, 1, 6080, 2),
                                1,
                                0,
                                0),
                        new DestinationLoad(7, 8, 9, COUNTED)));
    }

    @Test
    void aDestinationWithoutFamilyHasThatOfItsService() {
        String old = "05010000" + "20000200" + "14000100fd000000000000000000ffff0a000001" + "060002001f900000";
        assertThat(DestinationDecoder.decode(Wire.reader(old).attributes(), AddressFamily.IPV6)
                        .orElseThrow()
                        .destination()
                        .key()
                        .address())
                .isInstanceOf(Inet6Address.class);
    }

    @Test
    void whatNamesNoServiceIsNone() {
        assertThat(ServiceDecoder.decode(service("0600010002000000").attributes()))
                .isEmpty();
        assertThat(ServiceDecoder.decode(
                        service("06000100ff0000000800050007000000").attributes()))
                .isEmpty();
        assertThat(ServiceDecoder.decode(Wire.reader("01010000").attributes())).isEmpty();
        assertThat(DestinationDecoder.decode(Wire.reader("01010000").attributes(), AddressFamily.IPV4))
                .isEmpty();
    }

    @Test
    void aShortAttributeIsAnErrorOfTheMessage() {
        NetlinkReader reader = service("06000100020000000600020006000000" + "080003000a000001");
        assertThat(ServiceDecoder.decode(reader.attributes())).isPresent();
        assertThat(reader.error()).isPresent();
    }

    @Test
    void nothingThatIsReadThrows() {
        Random random = new Random(20_261_120);
        byte[] service = HexFormat.of()
                .parseHex("01010000" + "2c010100" + "0600010002000000" + "0600020011000000" + "140003000a000002"
                        + "00".repeat(12) + "0600040000350000" + "0700060073680000" + "0c0007001e000000ffffffff"
                        + "0800080000000000" + "08000900ffffffff" + STATS + STATS64);
        byte[] destination = HexFormat.of().parseHex(TUNNEL);
        for (int round = 0; round < 20_000; round++) {
            ServiceDecoder.decode(Wire.reader(mutilated(service, random)).attributes());
            DestinationDecoder.decode(
                    Wire.reader(mutilated(destination, random)).attributes(), AddressFamily.IPV4);
        }
    }

    private static byte[] mutilated(byte[] message, Random random) {
        byte[] copy = Arrays.copyOf(message, 4 + random.nextInt(message.length - 3));
        for (int i = random.nextInt(8); i > 0; i--) {
            copy[random.nextInt(copy.length)] = (byte) random.nextInt();
        }
        return copy;
    }

    private static NetlinkReader service(String attributes) {
        int length = 4 + attributes.length() / 2;
        return Wire.reader("01010000" + hex16(length) + "0100" + attributes);
    }

    private static ServiceKey udp(String address, int port) {
        return new ServiceKey.ByAddress(TransportProtocol.UDP, address(address), port);
    }

    private static String counter(int type, int value) {
        return "0c00" + hex16(type) + hex16(value) + "00".repeat(6);
    }

    private static String hex16(int value) {
        return HexFormat.of().toHexDigits(Short.reverseBytes((short) value));
    }
}
