package dev.pollux.vrrp.bfd.packet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.vrrp.bfd.packet.ControlPacket.Flags;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BfdCodecTest {

    private static final int OURS = 0x68c6ce54;
    private static final int THEIRS = 0xc4ae8803;

    /** Bytes on the wire, as keepalived 2.2.7 sends them, and the packet they mean. */
    record Golden(String name, String bytes, ControlPacket packet) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Golden> golden() {
        return Stream.of(
                new Golden(
                        "Down, nobody heard",
                        "2040051868c6ce5400000000000f4240000186a000000000",
                        packet(SessionState.DOWN, Flags.NONE, OURS, 0, 1_000_000)),
                new Golden(
                        "Init",
                        "2080051868c6ce54c4ae8803000f4240000186a000000000",
                        packet(SessionState.INIT, Flags.NONE, OURS, THEIRS, 1_000_000)),
                new Golden(
                        "Up, poll",
                        "20e00518c4ae880368c6ce54000186a0000186a000000000",
                        packet(SessionState.UP, Flags.POLL, THEIRS, OURS, 100_000)),
                new Golden(
                        "Up, final",
                        "20d0051868c6ce54c4ae8803000186a0000186a000000000",
                        packet(SessionState.UP, Flags.FINAL, OURS, THEIRS, 100_000)),
                new Golden(
                        "AdminDown, demand, largest numbers",
                        "2702ff18ffffffffffffffffffffffffffffffffffffffff",
                        new ControlPacket(
                                SessionState.ADMIN_DOWN,
                                Diagnostic.ADMINISTRATIVELY_DOWN,
                                new Flags(false, false, true),
                                255,
                                -1,
                                -1,
                                4_294_967_295L,
                                4_294_967_295L,
                                4_294_967_295L)));
    }

    private static ControlPacket packet(SessionState state, Flags flags, int mine, int yours, long tx) {
        return new ControlPacket(state, Diagnostic.NONE, flags, 5, mine, yours, tx, 100_000, 0);
    }

    @ParameterizedTest
    @MethodSource("golden")
    void readsAndWrites(Golden golden) {
        byte[] bytes = HexFormat.of().parseHex(golden.bytes());
        ByteBuffer written = ByteBuffer.allocate(64);
        BfdCodec.encode(golden.packet(), written);

        assertThat(BfdCodec.decode(ByteBuffer.wrap(bytes))).isEqualTo(new DecodedPacket.Control(golden.packet()));
        assertThat(written.flip()).isEqualTo(ByteBuffer.wrap(bytes));
    }

    /** RFC 5880 6.8.6, first part. */
    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource({
        "too short,      2040051868c6ce5400000000000f4240000186a0000000,   LENGTH",
        "nothing,        '',                                               LENGTH",
        "version 0,      0040051868c6ce5400000000000f4240000186a000000000, VERSION",
        "version 2,      4040051868c6ce5400000000000f4240000186a000000000, VERSION",
        "says 23 bytes,  2040051768c6ce5400000000000f4240000186a000000000, LENGTH",
        "says 25 bytes,  2040051968c6ce5400000000000f4240000186a000000000, LENGTH",
        "no multiplier,  2040001868c6ce5400000000000f4240000186a000000000, MULTIPLIER",
        "multipoint,     2041051868c6ce5400000000000f4240000186a000000000, MULTIPOINT",
        "no name,        204005180000000000000000000f4240000186a000000000, MY_DISCRIMINATOR",
        "Init to nobody, 2080051868c6ce5400000000000f4240000186a000000000, YOUR_DISCRIMINATOR",
        "Up to nobody,   20c0051868c6ce5400000000000f4240000186a000000000, YOUR_DISCRIMINATOR",
        "authenticated,  2044051868c6ce5400000000000f4240000186a000000000, AUTHENTICATION"
    })
    void names(String what, String bytes, DropReason reason) {
        assertThat(BfdCodec.decode(ByteBuffer.wrap(HexFormat.of().parseHex(bytes))))
                .as(what)
                .isEqualTo(new DecodedPacket.Malformed(reason));
    }

    @Test
    void bytesBehindThePacketAreIgnored() {
        byte[] bytes = HexFormat.of().parseHex("2040051868c6ce5400000000000f4240000186a000000000aabb");

        assertThat(BfdCodec.decode(ByteBuffer.wrap(bytes)))
                .isEqualTo(new DecodedPacket.Control(packet(SessionState.DOWN, Flags.NONE, OURS, 0, 1_000_000)));
    }

    /** What can be read can be written, and reads the same; what cannot is named, and nothing throws. */
    @Test
    void anythingIsReadOrNamed() {
        Random random = new Random(5880);
        int read = 0;
        for (int i = 0; i < 200_000; i++) {
            byte[] bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            if (random.nextInt(4) > 0 && bytes.length >= BfdCodec.LENGTH) {
                bytes[0] = (byte) (0x20 | (bytes[0] & 0x1f));
                bytes[3] = (byte) (BfdCodec.LENGTH + random.nextInt(3));
            }
            if (BfdCodec.decode(ByteBuffer.wrap(bytes)) instanceof DecodedPacket.Control control) {
                read++;
                ByteBuffer written = ByteBuffer.allocate(BfdCodec.LENGTH);
                BfdCodec.encode(control.packet(), written);
                assertThat(BfdCodec.decode(written.flip())).isEqualTo(control);
            }
        }
        assertThat(read).isGreaterThan(1000);
    }
}
