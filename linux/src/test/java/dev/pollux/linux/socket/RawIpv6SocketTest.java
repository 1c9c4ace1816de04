package dev.pollux.linux.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pollux.linux.testing.NetworkNamespace;
import java.net.InetAddress;
import java.net.StandardProtocolFamily;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** IPv6 packets come and go with their headers, as those of IPv4 do. */
class RawIpv6SocketTest {

    private static final int VRRP = 112;
    private static final String GROUP = "ff02::12";
    private static final String LEFT = "2001:db8::1";
    private static final String RIGHT = "2001:db8::2";

    private record Packet(String bytes, int interfaceIndex, long realtimeNanos) {}

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
        left.ip("address add " + LEFT + "/64 dev left0 nodad");
        right.ip("address add " + RIGHT + "/64 dev right0 nodad");
        leftIndex = left.interfaceIndex("left0");
        rightIndex = right.interfaceIndex("right0");
        sender = left.call(() -> RawIpSocket.open(StandardProtocolFamily.INET6, VRRP));
        receiver = right.call(() -> RawIpSocket.open(StandardProtocolFamily.INET6, VRRP));
    }

    @AfterEach
    void close() {
        sender.close();
        receiver.close();
        left.close();
        right.close();
    }

    @Test
    void multicastComesWithAHeaderInterfaceAndTimestamp() {
        receiver.join(inet(GROUP), rightIndex);

        assertThat(sender.send(packet(LEFT, GROUP, 255, 7), leftIndex)).isTrue();

        Packet received = receiveOne();
        assertThat(received.bytes()).isEqualTo(hex(packet(LEFT, GROUP, 255, 7)));
        assertThat(received.interfaceIndex()).isEqualTo(rightIndex);
        assertThat(received.realtimeNanos()).isPositive();
    }

    @Test
    void unicastComesAlikeAndNothingIsHeardOfOneself() {
        receiver.join(inet(GROUP), rightIndex);
        receiver.send(packet(RIGHT, GROUP, 255, 1), rightIndex);

        sender.send(packet(LEFT, RIGHT, 64, 2), leftIndex);

        assertThat(receiveOne().bytes()).isEqualTo(hex(packet(LEFT, RIGHT, 64, 2)));
        assertThat(packets).hasSize(1);
    }

    /** What a reader of such a socket has to expect: no option of the kernel changes it. */
    @Test
    void groupsThatOthersJoinedAreHeardToo() {
        RawIpSocket other = right.call(() -> RawIpSocket.open(StandardProtocolFamily.INET6, VRRP));
        try (other) {
            other.join(inet(GROUP), rightIndex);
            sender.send(packet(LEFT, GROUP, 255, 1), leftIndex);

            assertThat(receiveOne().bytes()).isEqualTo(hex(packet(LEFT, GROUP, 255, 1)));

            other.leave(inet(GROUP), rightIndex);
        }
    }

    private Packet receiveOne() {
        await().until(() -> receiver.receive(1, this::keep) == 1);
        return packets.get(packets.size() - 1);
    }

    private void keep(ByteBuffer packet, int interfaceIndex, long realtimeNanos) {
        packets.add(new Packet(hex(packet), interfaceIndex, realtimeNanos));
    }

    private static String hex(ByteBuffer packet) {
        byte[] bytes = new byte[packet.remaining()];
        packet.get(packet.position(), bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** An IPv6 header and 8 bytes that begin with the mark. */
    private static ByteBuffer packet(String source, String destination, int hopLimit, int mark) {
        return ByteBuffer.allocateDirect(48)
                .put(0, (byte) 0x60)
                .put(5, (byte) 8)
                .put(6, (byte) VRRP)
                .put(7, (byte) hopLimit)
                .put(8, inet(source).getAddress())
                .put(24, inet(destination).getAddress())
                .put(40, (byte) mark);
    }

    private static InetAddress inet(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
