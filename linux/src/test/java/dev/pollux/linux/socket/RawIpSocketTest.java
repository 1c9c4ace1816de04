package dev.pollux.linux.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.pollux.linux.syscall.Errno;
import dev.pollux.linux.syscall.SystemCallException;
import dev.pollux.linux.testing.NetworkNamespace;
import dev.pollux.linux.time.KernelTimestamps;
import dev.pollux.linux.time.NanoClock;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.StandardProtocolFamily;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RawIpSocketTest {

    private static final int VRRP = 112;
    private static final Inet4Address GROUP = inet("224.0.0.18");
    private static final long MINUTE = 60_000_000_000L;

    /** A copy of what the handler was given. */
    private record Packet(List<Integer> bytes, int interfaceIndex, long realtimeNanos) {}

    private final List<Packet> packets = new ArrayList<>();
    private NetworkNamespace left;
    private NetworkNamespace right;
    private RawIpSocket sender;
    private RawIpSocket receiver;
    private int leftIndex;
    private int rightIndex;

    @BeforeEach
    void open() {
        left = NetworkNamespace.open();
        right = NetworkNamespace.open();
        left.connect("left0", right, "right0");
        left.ip("address add 192.0.2.1/24 dev left0");
        right.ip("address add 192.0.2.2/24 dev right0");
        leftIndex = left.interfaceIndex("left0");
        rightIndex = right.interfaceIndex("right0");
        sender = left.call(() -> RawIpSocket.open(StandardProtocolFamily.INET, RawIpSocket.SEND_ONLY));
        receiver = right.call(() -> RawIpSocket.open(StandardProtocolFamily.INET, VRRP));
    }

    @AfterEach
    void close() {
        sender.close();
        receiver.close();
        left.close();
        right.close();
    }

    @Test
    void receivesMulticastWithInterfaceAndKernelTimestamp() {
        receiver.join(GROUP, rightIndex);
        KernelTimestamps timestamps = new KernelTimestamps(NanoClock.system());
        long before = System.nanoTime();

        assertThat(sender.send(advert("192.0.2.1", "224.0.0.18", 7), leftIndex)).isTrue();

        Packet packet = receiveOne();
        assertThat(packet.interfaceIndex()).isEqualTo(rightIndex);
        assertThat(packet.bytes()).hasSize(28);
        assertThat(packet.bytes().subList(8, 10)).containsExactly(255, VRRP);
        assertThat(packet.bytes().subList(12, 20)).containsExactly(192, 0, 2, 1, 224, 0, 0, 18);
        assertThat(packet.bytes().get(20)).isEqualTo(7);
        assertThat(packet.realtimeNanos()).isPositive();
        long arrival = timestamps.toNanoTime(packet.realtimeNanos());
        assertThat(arrival - before).isBetween(-MINUTE, MINUTE);
        assertThat(arrival - System.nanoTime()).isNotPositive();
    }

    @Test
    void theKernelFillsInLengthAndChecksum() {
        receiver.join(GROUP, rightIndex);
        sender.send(advert("192.0.2.1", "224.0.0.18", 7), leftIndex);

        List<Integer> bytes = receiveOne().bytes();
        int sum = 0;
        for (int i = 0; i < 20; i += 2) {
            sum += bytes.get(i) << 8 | bytes.get(i + 1);
        }
        assertThat(bytes.subList(2, 4)).containsExactly(0, 28);
        assertThat((sum & 0xffff) + (sum >>> 16)).isEqualTo(0xffff);
    }

    @Test
    void receivesUnicast() {
        sender.send(advert("192.0.2.1", "192.0.2.2", 9), 0);

        Packet packet = receiveOne();
        assertThat(packet.bytes().get(20)).isEqualTo(9);
        assertThat(packet.interfaceIndex()).isEqualTo(rightIndex);
    }

    @Test
    void getsOnlyTheGroupsItJoined() {
        RawIpSocket other = right.call(() -> RawIpSocket.open(StandardProtocolFamily.INET, VRRP));
        try (other) {
            other.join(GROUP, rightIndex);
            sender.send(advert("192.0.2.1", "224.0.0.18", 1), leftIndex);
            await().until(() -> other.receive(1, this::keep) == 1);
            packets.clear();

            sender.send(advert("192.0.2.1", "192.0.2.2", 2), 0);
            assertThat(receiveOne().bytes().get(20)).isEqualTo(2);
        }
    }

    @Test
    void doesNotHearItself() {
        receiver.join(GROUP, rightIndex);
        receiver.send(advert("192.0.2.2", "224.0.0.18", 1), rightIndex);
        sender.send(advert("192.0.2.1", "224.0.0.18", 2), leftIndex);

        assertThat(receiveOne().bytes().get(20)).isEqualTo(2);
        assertThat(packets).hasSize(1);
    }

    @Test
    void readsNoMoreThanTheLimit() {
        receiver.join(GROUP, rightIndex);
        for (int i = 0; i < 5; i++) {
            sender.send(advert("192.0.2.1", "224.0.0.18", i), leftIndex);
        }
        await().until(() -> receiver.receive(1, this::keep) == 1);
        await().until(() -> {
            receiver.receive(2, this::keep);
            return packets.size() == 5;
        });

        assertThat(receiver.receive(2, this::keep)).isZero();
        assertThat(packets).extracting(packet -> packet.bytes().get(20)).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void leavesAGroup() {
        receiver.join(GROUP, rightIndex);
        refused(() -> receiver.join(GROUP, rightIndex), Errno.EADDRINUSE, "IP_ADD_MEMBERSHIP");
        receiver.leave(GROUP, rightIndex);
        refused(() -> receiver.leave(GROUP, rightIndex), Errno.EADDRNOTAVAIL, "IP_DROP_MEMBERSHIP");
        refused(() -> receiver.join(GROUP, 9_999), Errno.ENODEV, "IP_ADD_MEMBERSHIP");
    }

    @Test
    void aDeviceCanBeNamed() {
        receiver.bindToDevice("right0");
        receiver.multicastInterface(rightIndex);
        receiver.priority(6);
        receiver.receiveBuffer(1 << 20);
        receiver.join(GROUP, rightIndex);
        sender.send(advert("192.0.2.1", "224.0.0.18", 3), leftIndex);
        assertThat(receiveOne().bytes().get(20)).isEqualTo(3);

        refused(() -> receiver.bindToDevice("nosuch0"), Errno.ENODEV, "SO_BINDTODEVICE");
    }

    @Test
    void tellsWhyItCannotSend() {
        left.ip("link set left0 down");
        ByteBuffer advert = advert("192.0.2.1", "224.0.0.18", 1);

        assertThatExceptionOfType(SystemCallException.class)
                .isThrownBy(() -> sender.send(advert, leftIndex))
                .withMessageStartingWith("sendmsg: ");
        assertThat(advert.position()).isZero();

        left.ip("link set left0 up");
        receiver.join(GROUP, rightIndex);
        await().until(() -> {
            sender.send(advert, leftIndex);
            return receiver.receive(1, this::keep) == 1;
        });
    }

    private void refused(Runnable call, Errno errno, String option) {
        assertThatExceptionOfType(SystemCallException.class)
                .isThrownBy(call::run)
                .matches(e -> e.is(errno), errno.name())
                .withMessageContaining(option);
    }

    private Packet receiveOne() {
        await().until(() -> receiver.receive(1, this::keep) == 1);
        return packets.get(packets.size() - 1);
    }

    private void keep(ByteBuffer packet, int interfaceIndex, long realtimeNanos) {
        List<Integer> bytes = new ArrayList<>();
        while (packet.hasRemaining()) {
            bytes.add(Byte.toUnsignedInt(packet.get()));
        }
        packets.add(new Packet(bytes, interfaceIndex, realtimeNanos));
    }

    /** An IPv4 header and 8 bytes that begin with the mark. */
    private static ByteBuffer advert(String source, String destination, int mark) {
        return ByteBuffer.allocateDirect(28)
                .put(0, (byte) 0x45)
                .put(8, (byte) 255)
                .put(9, (byte) VRRP)
                .put(12, inet(source).getAddress())
                .put(16, inet(destination).getAddress())
                .put(20, (byte) mark);
    }

    private static Inet4Address inet(String text) {
        try {
            return (Inet4Address) InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
