package dev.pollux.vrrp.packet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.grammar.model.AddressLiteral;
import dev.pollux.linux.route.HardwareAddress;
import dev.pollux.vrrp.packet.ArpProbeCodec.Claim;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ProbeCodecsTest {

    private static final byte[] MAC = HexFormat.of().parseHex("020000000009");
    private static final HexFormat HEX = HexFormat.of();

    @Test
    void anArpProbe() {
        ByteBuffer out = ByteBuffer.allocate(ArpProbeCodec.FRAME_LENGTH);
        ArpProbeCodec.encode(MAC, (Inet4Address) ip("192.0.2.9"), out);
        assertThat(HEX.formatHex(out.array()))
                .isEqualTo("ffffffffffff" + "020000000009" + "0806" + "0001" + "0800" + "0604" + "0001" + "020000000009"
                        + "00000000" + "000000000000" + "c0000209");
        assertThat(ArpProbeCodec.decode(out.flip())).as("nobody's claim").isNull();
    }

    @Test
    void anArpReply() {
        ByteBuffer reply = ByteBuffer.wrap(HEX.parseHex("020000000001" + "020000000009" + "0806" + "0001080006040002"
                + "020000000009" + "c0000209" + "020000000001" + "00000000" + "00".repeat(18)));
        assertThat(ArpProbeCodec.decode(reply)).isEqualTo(new Claim(ip("192.0.2.9"), HardwareAddress.of(MAC)));
    }

    @Test
    void aNeighbourSolicitation() {
        ByteBuffer out = ByteBuffer.allocate(NeighbourProbeCodec.FRAME_LENGTH);
        NeighbourProbeCodec.encode(MAC, (Inet6Address) ip("fe80::9"), (Inet6Address) ip("2001:db8::1:203"), out);
        assertThat(HEX.formatHex(out.array()))
                .startsWith("3333ff010203" + "020000000009" + "86dd" + "60000000" + "0020" + "3a" + "ff"
                        + "fe800000000000000000000000000009" + "ff0200000000000000000001ff010203" + "8700")
                .endsWith("00000000" + "20010db8000000000000000000010203" + "0101" + "020000000009");
        long sum = InternetChecksum.add(58 + 32, out, 22, 32);
        assertThat(InternetChecksum.finish(InternetChecksum.add(sum, out, 54, 32)))
                .isZero();
    }

    @Test
    void aNeighbourAdvertisement() {
        ByteBuffer frame = ByteBuffer.allocate(NeighbourAdvertisementCodec.FRAME_LENGTH);
        NeighbourAdvertisementCodec.encode(MAC, (Inet6Address) ip("2001:db8::9"), true, frame);
        assertThat(NeighbourProbeCodec.decode(frame.slice(54, 32)))
                .isEqualTo(new Claim(ip("2001:db8::9"), HardwareAddress.of(MAC)));
        assertThat(NeighbourProbeCodec.decode(frame.slice(54, 31))).isNull();
    }

    @Test
    void rubbishIsNoClaimAndNoException() {
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(80)];
            random.nextBytes(bytes);
            if (bytes.length > 0 && random.nextBoolean()) {
                bytes[0] = (byte) 136;
            }
            assertThat(ArpProbeCodec.decode(ByteBuffer.wrap(bytes))).isNull();
            Claim claim = NeighbourProbeCodec.decode(ByteBuffer.wrap(bytes));
            assertThat(claim == null || bytes[0] == (byte) 136).isTrue();
        }
    }

    private static InetAddress ip(String text) {
        return Objects.requireNonNull(AddressLiteral.parse(text));
    }
}
