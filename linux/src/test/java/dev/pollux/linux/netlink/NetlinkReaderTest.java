package dev.pollux.linux.netlink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class NetlinkReaderTest {

    @Test
    void readsBackWhatTheWriterWrote() throws Exception {
        InetAddress v4 = InetAddress.getByName("192.0.2.1");
        InetAddress v6 = InetAddress.getByName("2001:db8::1");
        NetlinkReader reader = reader(message -> message.int8(200)
                .int8(1)
                .int16(60_000)
                .int32(-5)
                .attribute8(1, 255)
                .attribute16(2, 65_535)
                .attribute16BigEndian(3, 8080)
                .attribute32(4, -1)
                .attribute32BigEndian(5, 7)
                .attribute64(6, Long.MIN_VALUE)
                .attribute(7, "wrr")
                .attribute(8, v4)
                .attribute(9, v6)
                .flag(10)
                .nested(11, nested -> nested.attribute8(1, 9)));

        assertThat(reader.next()).isTrue();
        assertThat(reader.type()).isEqualTo(30);
        assertThat(reader.flags()).isEqualTo(5);
        assertThat(reader.sequence()).isEqualTo(77);
        assertThat(reader.int8()).isEqualTo(200);
        assertThat(reader.skip(1).int16()).isEqualTo(60_000);
        assertThat(reader.int32()).isEqualTo(-5);

        NetlinkAttributes attributes = reader.attributes();
        assertThat(go(attributes, 1).int8()).isEqualTo(255);
        assertThat(go(attributes, 2).int16()).isEqualTo(65_535);
        assertThat(go(attributes, 3).int16BigEndian()).isEqualTo(8080);
        assertThat(go(attributes, 4).int32()).isEqualTo(-1);
        assertThat(go(attributes, 5).int32BigEndian()).isEqualTo(7);
        assertThat(go(attributes, 6).int64()).isEqualTo(Long.MIN_VALUE);
        assertThat(go(attributes, 7).string()).isEqualTo("wrr");
        assertThat(go(attributes, 8).address()).isEqualTo(v4);
        assertThat(go(attributes, 9).address()).isEqualTo(v6);
        assertThat(go(attributes, 10).length()).isZero();
        assertThat(go(go(attributes, 11).nested(), 1).int8()).isEqualTo(9);
        assertThat(attributes.next()).isFalse();
        assertThat(reader.next()).isFalse();
        assertThat(reader.error()).isEmpty();
    }

    @Test
    void remembersTheFirstErrorAndStops() {
        NetlinkReader reader = reader(message -> message.attribute8(1, 1).attribute16(2, 2));
        assertThat(reader.next()).isTrue();
        NetlinkAttributes attributes = reader.attributes();

        assertThat(go(attributes, 1).int32()).isZero();
        assertThat(attributes.next()).isFalse();
        assertThat(reader.next()).isFalse();
        assertThat(reader.error()).contains("attribute type 1 has 1 bytes, not 4");
    }

    @Test
    void aMessageShorterThanItsFixedHeaderIsAnError() {
        NetlinkReader reader = reader(message -> message.int8(1).int8(2));
        assertThat(reader.next()).isTrue();

        assertThat(reader.int32()).isZero();
        assertThat(reader.error()).contains("message type 30 is shorter than its fixed header");
    }

    @Test
    void aLengthBeyondTheDatagramIsAnError() {
        ByteBuffer buffer =
                ByteBuffer.allocate(16).order(ByteOrder.nativeOrder()).putInt(0, 17);
        NetlinkReader reader = new NetlinkReader(buffer);

        assertThat(reader.next()).isFalse();
        assertThat(reader.error()).contains("message of 17 bytes where 16 are left");
    }

    @RepeatedTest(200)
    void neitherThrowsNorLoopsOnNoise(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        ByteBuffer noise = ByteBuffer.allocate(random.nextInt(300)).order(ByteOrder.nativeOrder());
        random.nextBytes(noise.array());
        // Plausible lengths, so that the noise is entered at all.
        for (int offset = 0; offset + 20 < noise.capacity(); offset += 40) {
            noise.putInt(offset, 24 + random.nextInt(20)).putShort(offset + 16, (short) random.nextInt(12));
        }

        assertThatCode(() -> readAll(new NetlinkReader(noise))).doesNotThrowAnyException();
    }

    private static void readAll(NetlinkReader reader) {
        while (reader.next()) {
            NetlinkAckCodec.decode(reader);
            reader.int16();
            readAll(reader.attributes(), 3);
        }
    }

    private static void readAll(NetlinkAttributes attributes, int depth) {
        while (attributes.next()) {
            attributes.bytes();
            attributes.string();
            switch (attributes.type() % 5) {
                case 0 -> attributes.address();
                case 1 -> attributes.int16BigEndian();
                case 2 -> attributes.int64();
                case 3 -> attributes.bytes(2, 9);
                default -> {
                    if (depth > 0) {
                        readAll(attributes.nested(), depth - 1);
                    }
                }
            }
        }
    }

    private static NetlinkAttributes go(NetlinkAttributes attributes, int type) {
        assertThat(attributes.next()).isTrue();
        assertThat(attributes.type()).isEqualTo(type);
        return attributes;
    }

    private static NetlinkReader reader(Consumer<NetlinkWriter> body) {
        ByteBuffer buffer = ByteBuffer.allocateDirect(512);
        new NetlinkWriter(buffer).message(new NetlinkRequest(30, 5, body), 77);
        return new NetlinkReader(buffer.flip());
    }
}
