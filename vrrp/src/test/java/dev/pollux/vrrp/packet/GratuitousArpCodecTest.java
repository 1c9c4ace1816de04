package dev.pollux.vrrp.packet;

import static dev.pollux.vrrp.packet.Packets.address;
import static dev.pollux.vrrp.packet.Packets.hex;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet4Address;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class GratuitousArpCodecTest {

    @Test
    void isABroadcastRequestForOurselves() {
        ByteBuffer out = ByteBuffer.allocate(GratuitousArpCodec.FRAME_LENGTH);

        GratuitousArpCodec.encode(new byte[] {2, 0, 0, 0, 0, 9}, (Inet4Address) address("192.0.2.1"), out);

        assertThat(hex(out.flip()))
                .isEqualTo("ffffffffffff" + "020000000009" + "0806" + "0001080006040001" + "020000000009" + "c0000201"
                        + "ffffffffffff" + "c0000201");
    }
}
