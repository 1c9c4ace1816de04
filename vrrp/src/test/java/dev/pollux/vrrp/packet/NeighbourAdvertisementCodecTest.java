package dev.pollux.vrrp.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class NeighbourAdvertisementCodecTest {

    private static final byte[] MAC = HexFormat.of().parseHex("6a824e8dcfdc");

    private static String frame(String address, boolean router) {
        ByteBuffer frame = ByteBuffer.allocate(NeighbourAdvertisementCodec.FRAME_LENGTH);
        NeighbourAdvertisementCodec.encode(MAC, (Inet6Address) Packets.address(address), router, frame);
        assertThat(frame.hasRemaining()).isFalse();
        return Packets.hex(frame.flip());
    }

    /** A frame of keepalived 2.2.7. */
    @Test
    void ofAHost() {
        assertThat(frame("fe80::100", false))
                .isEqualTo("3333000000016a824e8dcfdc86dd6000000000203afffe800000000000000000000000000100"
                        + "ff0200000000000000000000000000018800ceb120000000fe800000000000000000000000000100"
                        + "02016a824e8dcfdc");
    }

    @Test
    void ofARouter() {
        assertThat(frame("2001:db8::100", true))
                .contains("8800f040a000000020010db8000000000000000000000100")
                .as("a checksum over the router flag too");
    }
}
