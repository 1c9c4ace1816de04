package dev.pollux.linux.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.pollux.linux.syscall.Errno;
import dev.pollux.linux.syscall.SystemCallException;
import dev.pollux.linux.testing.NetworkNamespace;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class PacketSocketTest {

    private static final int ARP = 0x0806;

    /** A gratuitous ARP request for 192.0.2.9 from 02:00:00:00:00:09, padded to the shortest Ethernet frame. */
    private static final byte[] GRATUITOUS_ARP = HexFormat.of()
            .parseHex("ffffffffffff" + "020000000009" + "0806" + "0001" + "0800" + "06" + "04" + "0001" + "020000000009"
                    + "c0000209" + "ffffffffffff" + "c0000209" + "00".repeat(18));

    @Test
    void sendsAnArpFrameThatTheOtherSideSees() {
        try (NetworkNamespace left = NetworkNamespace.open();
                NetworkNamespace right = NetworkNamespace.open()) {
            left.connect("left0", right, "right0");
            int leftIndex = left.interfaceIndex("left0");
            try (PacketSocket sender = left.call(() -> PacketSocket.open(PacketSocket.SEND_ONLY));
                    PacketSocket receiver = right.call(() -> PacketSocket.open(ARP))) {
                AtomicReference<byte[]> frame = new AtomicReference<>(new byte[0]);
                AtomicInteger interfaceIndex = new AtomicInteger();
                AtomicLong stamp = new AtomicLong();

                assertThat(sender.send(ByteBuffer.wrap(GRATUITOUS_ARP), leftIndex))
                        .isTrue();
                await().until(() -> 1
                        == receiver.receive(1, (packet, index, realtimeNanos) -> {
                            byte[] bytes = new byte[packet.remaining()];
                            packet.get(bytes);
                            frame.set(bytes);
                            interfaceIndex.set(index);
                            stamp.set(realtimeNanos);
                        }));

                assertThat(frame.get()).isEqualTo(GRATUITOUS_ARP);
                assertThat(interfaceIndex).hasValue(right.interfaceIndex("right0"));
                assertThat(stamp).hasPositiveValue();
            }
        }
    }

    @Test
    void tellsWhyItCannotSend() {
        try (NetworkNamespace namespace = NetworkNamespace.open();
                PacketSocket sender = namespace.call(() -> PacketSocket.open(PacketSocket.SEND_ONLY))) {
            assertThatExceptionOfType(SystemCallException.class)
                    .isThrownBy(() -> sender.send(ByteBuffer.wrap(GRATUITOUS_ARP), 9_999))
                    .matches(e -> e.is(Errno.ENXIO));
        }
    }
}
