package dev.pollux.linux.netlink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetAddress;
import java.nio.BufferOverflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NetlinkWriterTest {

    private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

    private final ByteBuffer buffer = ByteBuffer.allocateDirect(256);
    private final NetlinkWriter writer = new NetlinkWriter(buffer);

    @BeforeEach
    void goldenBytesAreLittleEndian() {
        assumeTrue(ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN, "SKIPPED: the golden bytes are little-endian");
    }

    @Test
    void writesTheBytesThatIpAddressAddSends() throws Exception {
        // ip address add 192.0.2.1/24 dev <index 5>, as strace shows it
        InetAddress address = InetAddress.getByName("192.0.2.1");
        NetlinkRequest request = new NetlinkRequest(20, 0x605, message -> message.int8(2)
                .int8(24)
                .int8(0)
                .int8(0)
                .int32(5)
                .attribute(2, address)
                .attribute(1, address));

        writer.message(request, 0x01020304);

        assertThat(written())
                .isEqualTo("28 00 00 00 14 00 05 06 04 03 02 01 00 00 00 00 02 18 00 00 05 00 00 00"
                        + " 08 00 02 00 c0 00 02 01 08 00 01 00 c0 00 02 01");
    }

    @Test
    void padsValuesWithZerosAndKeepsTheirLength() {
        assertThat(body(message -> message.attribute8(1, 0xff))).isEqualTo("05 00 01 00 ff 00 00 00");
        assertThat(body(message -> message.attribute16(2, 0x1234))).isEqualTo("06 00 02 00 34 12 00 00");
        assertThat(body(message -> message.attribute16BigEndian(3, 80))).isEqualTo("06 00 03 00 00 50 00 00");
        assertThat(body(message -> message.attribute32(4, 1))).isEqualTo("08 00 04 00 01 00 00 00");
        assertThat(body(message -> message.attribute32BigEndian(5, 1))).isEqualTo("08 00 05 00 00 00 00 01");
        assertThat(body(message -> message.attribute64(6, -2))).isEqualTo("0c 00 06 00 fe ff ff ff ff ff ff ff");
        assertThat(body(message -> message.attribute(7, "wrr"))).isEqualTo("08 00 07 00 77 72 72 00");
        assertThat(body(message -> message.attribute(7, "wlc2"))).isEqualTo("09 00 07 00 77 6c 63 32 00 00 00 00");
        assertThat(body(message -> message.flag(8))).isEqualTo("04 00 08 00");
    }

    @Test
    void nestsAttributes() {
        String bytes = body(message ->
                message.nested(1, service -> service.attribute16(1, 2).nested(2, inner -> inner.attribute8(3, 7))));

        assertThat(bytes).isEqualTo("18 00 01 80 06 00 01 00 02 00 00 00 0c 00 02 80 05 00 03 00 07 00 00 00");
    }

    @Test
    void appendsMessagesAndTakesBackTheUnfinishedOne() {
        NetlinkRequest small = new NetlinkRequest(16, 1, message -> message.attribute8(1, 1));
        NetlinkRequest large = new NetlinkRequest(16, 1, message -> message.attribute(1, new byte[250]));
        writer.message(small, 1).message(small, 2);
        int before = buffer.position();

        assertThatThrownBy(() -> writer.message(large, 3)).isInstanceOf(BufferOverflowException.class);
        writer.rollback();

        assertThat(before).isEqualTo(48);
        assertThat(buffer.position()).isEqualTo(before);
    }

    private String body(Consumer<NetlinkWriter> body) {
        buffer.clear();
        writer.message(new NetlinkRequest(16, 0, body), 0);
        return written().substring(3 * 16);
    }

    private String written() {
        byte[] bytes = new byte[buffer.position()];
        buffer.get(0, bytes);
        return HEX.formatHex(bytes);
    }
}
