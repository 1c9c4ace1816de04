package dev.pollux.vrrp.packet;

import static dev.pollux.vrrp.packet.Packets.address;
import static dev.pollux.vrrp.packet.Packets.addresses;
import static dev.pollux.vrrp.packet.Packets.bytes;
import static dev.pollux.vrrp.packet.Packets.hex;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.grammar.model.AddressFamily;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AdvertCodecTest {

    /** Bytes of a packet on the wire and the advert they mean. */
    record Golden(String name, String bytes, AddressFamily family, Advert advert, long pseudoHeader) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Golden> golden() {
        Advert version2 = new Advert(2, 1, 10, 200, 0, 1, addresses("192.0.2.1", "192.0.2.2"), 0);
        Advert version3 = new Advert(3, 1, 10, 200, 0, 100, addresses("192.0.2.1", "192.0.2.2"), 0);
        Advert slowest = new Advert(3, 1, 10, 200, 0, 4095, addresses("192.0.2.1", "192.0.2.2"), 0);
        Advert holo = new Advert(2, 1, 51, 30, 0, 1, addresses("10.0.1.5"), 0);
        Advert version6 = new Advert(3, 1, 10, 100, 0, 100, addresses("fe80::1", "2001:db8::1"), 0);
        long pseudo = IpPacket.pseudoHeaderSum(address("192.0.2.251"), address("224.0.0.18"), 16);
        String fe80 = "fe800000000000000000000000000001" + "20010db8000000000000000000000001";
        return Stream.of(
                new Golden(
                        "version 2 (RFC 3768 5.1)",
                        "210ac802 000192ed c0000201 c0000202 0000000000000000",
                        AddressFamily.IPV4,
                        version2,
                        0),
                new Golden(
                        "version 3 without pseudo-header (RFC 9568 5.2.8)",
                        "310ac802 0064828a c0000201 c0000202",
                        AddressFamily.IPV4,
                        version3,
                        0),
                new Golden(
                        "version 3 with pseudo-header (RFC 5798 5.2.8)",
                        "310ac802 0064defb c0000201 c0000202",
                        AddressFamily.IPV4,
                        version3,
                        pseudo),
                new Golden(
                        "version 3, 40.95 s (RFC 9568 5.2.7)",
                        "310ac802 0fff72ef c0000201 c0000202",
                        AddressFamily.IPV4,
                        slowest,
                        0),
                new Golden(
                        "version 2 of another program",
                        "21331e01 0001b5c5 0a000105 0000000000000000",
                        AddressFamily.IPV4,
                        holo,
                        0),
                new Golden(
                        "version 3 over IPv6 (RFC 9568 5.2.8)",
                        "310a6402 00643f5d" + fe80,
                        AddressFamily.IPV6,
                        version6,
                        pseudoHeader6(address("fe80::c8"), address("ff02::12"), 40)));
    }

    private static long pseudoHeader6(InetAddress source, InetAddress destination, int length) {
        ByteBuffer both = ByteBuffer.allocate(32).put(source.getAddress()).put(destination.getAddress());
        return InternetChecksum.add(112 + length, both, 0, 32);
    }

    @ParameterizedTest
    @MethodSource("golden")
    void writesTheBytesOnTheWire(Golden golden) {
        int length = Advert.length(
                golden.advert().version(),
                golden.family(),
                golden.advert().addresses().size());
        ByteBuffer out = ByteBuffer.allocate(length);

        AdvertCodec.encode(golden.advert(), golden.family(), out);
        AdvertCodec.putChecksum(out, 0, length, golden.pseudoHeader());

        assertThat(hex(out.flip())).isEqualTo(hex(bytes(golden.bytes())));
    }

    @ParameterizedTest
    @MethodSource("golden")
    void readsTheBytesOnTheWire(Golden golden) {
        ByteBuffer in = bytes(golden.bytes());

        assertThat(AdvertCodec.decode(in, golden.family())).isEqualTo(new DecodedAdvert.Message(golden.advert()));
        assertThat(AdvertCodec.checksumGood(in, golden.pseudoHeader())).isTrue();
        assertThat(AdvertCodec.virtualRouterId(Packets.parsed(Packets.ip(in, 255))))
                .isEqualTo(golden.advert().virtualRouterId());
        assertThat(in.position()).isZero();
    }

    @Test
    void intervalsAreExact() {
        assertThat(new Advert(3, 1, 1, 1, 0, 4095, addresses(), 0).intervalNanos())
                .isEqualTo(40_950_000_000L);
        assertThat(new Advert(2, 1, 1, 1, 0, 255, addresses(), 0).intervalNanos())
                .isEqualTo(255_000_000_000L);
    }

    @Test
    void passwordsFollowTheAddresses() {
        ByteBuffer in = bytes("21331e01 01010000 0a000105 3131313100000000");

        DecodedAdvert decoded = AdvertCodec.decode(in, AddressFamily.IPV4);

        assertThat(decoded).isInstanceOfSatisfying(DecodedAdvert.Message.class, message -> {
            assertThat(message.advert().authenticationType()).isEqualTo(1);
            assertThat(message.advert().authenticationData()).isEqualTo(0x31313131_00000000L);
        });
    }

    @Test
    void readsAnyBytesWithoutThrowing() {
        Random random = new Random(3768);
        for (int round = 0; round < 50_000; round++) {
            byte[] bytes = new byte[random.nextInt(80)];
            random.nextBytes(bytes);
            if (bytes.length > 3 && random.nextBoolean()) {
                bytes[0] = (byte) (random.nextBoolean() ? 0x21 : 0x31);
                bytes[3] = (byte) ((bytes.length - 8) / 4 - (bytes[0] == 0x21 ? 2 : 0));
            }
            AddressFamily family = random.nextInt(4) == 0 ? AddressFamily.IPV6 : AddressFamily.IPV4;

            DecodedAdvert decoded = AdvertCodec.decode(ByteBuffer.wrap(bytes), family);

            if (decoded instanceof DecodedAdvert.Message message) {
                Advert advert = message.advert();
                assertThat(Advert.length(
                                advert.version(), family, advert.addresses().size()))
                        .isEqualTo(bytes.length);
            }
        }
    }
}
