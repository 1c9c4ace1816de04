package dev.pollux.linux.netlink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pollux.linux.syscall.Errno;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NetlinkAckCodecTest {

    @BeforeEach
    void goldenBytesAreLittleEndian() {
        assumeTrue(ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN, "SKIPPED: the golden bytes are little-endian");
    }

    @Test
    void aZeroIsSuccess() {
        NetlinkAck ack = decode("24000000 0200 0001 01000000 00000000 00000000 28000000 1400 0506 01000000 00000000");

        assertThat(ack).isSameAs(NetlinkAck.OK);
        assertThat(ack).hasToString("ok");
    }

    @Test
    void aNegativeNumberIsTheError() {
        NetlinkAck ack = decode("24000000 0200 0001 01000000 00000000 efffffff 28000000 1400 0506 01000000 00000000");

        assertThat(ack.is(Errno.EEXIST)).isTrue();
        assertThat(ack).hasToString("File exists (EEXIST)");
    }

    @Test
    void theExtendedAckTextFollowsTheCappedRequest() {
        NetlinkAck ack = decode("30000000 0200 0003 01000000 00000000 eaffffff 28000000 1400 0506 01000000 00000000"
                + "0b00 0100 6261642069 6600 00");

        assertThat(ack).isEqualTo(new NetlinkAck(Errno.EINVAL.number(), "bad if"));
        assertThat(ack).hasToString("Invalid argument (EINVAL): bad if");
    }

    @Test
    void theExtendedAckTextFollowsTheWholeRequest() {
        NetlinkAck ack = decode("34000000 0200 0002 01000000 00000000 eaffffff 14000000 1400 0506 01000000 00000000"
                + "aabbccdd 0b00 0100 6261642069 6600 00");

        assertThat(ack.text()).isEqualTo("bad if");
    }

    private static NetlinkAck decode(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
        NetlinkReader reader = new NetlinkReader(ByteBuffer.wrap(bytes));
        assertThat(reader.next()).isTrue();
        NetlinkAck ack = NetlinkAckCodec.decode(reader);
        assertThat(reader.error()).isEmpty();
        return ack;
    }
}
