package dev.pollux.vrrp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pollux.linux.socket.UdpSocket;
import dev.pollux.vrrp.bfd.BfdSessionStatus;
import dev.pollux.vrrp.bfd.packet.BfdCodec;
import dev.pollux.vrrp.bfd.packet.ControlPacket;
import dev.pollux.vrrp.bfd.packet.Diagnostic;
import dev.pollux.vrrp.bfd.packet.DropReason;
import dev.pollux.vrrp.bfd.packet.SessionState;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two machines with a cable between them, and a BFD session over it. */
class BfdSessionsTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int PORT = 3784;

    private final Cable cable;
    private final BfdEnd left;
    private final BfdEnd right;

    BfdSessionsTest(@TempDir Path directory) {
        cable = new Cable(directory);
        left = new BfdEnd(cable.left());
        right = new BfdEnd(cable.right());
    }

    @BeforeEach
    void addresses() {
        cable.left().ip("address add 2001:db8::1/64 dev eth0 nodad");
        cable.right().ip("address add 2001:db8::2/64 dev eth0 nodad");
    }

    @AfterEach
    void close() {
        left.close();
        right.close();
        cable.close();
    }

    private static String session(String neighbor, String... more) {
        return "bfd_instance x {\nneighbor_ip " + neighbor + "\nmin_rx 50\nmin_tx 50\n" + String.join("\n", more)
                + "\n}\n";
    }

    private void bothUp() {
        await().atMost(SOON).until(() -> left.up("x") && right.up("x"));
    }

    @ParameterizedTest
    @CsvSource({
        "10.9.0.1, 10.9.0.2, source_ip 10.9.0.1",
        "2001:db8::1, 2001:db8::2, ''",
        "2001:db8::1, 2001:db8::2, multihop",
        "10.9.0.1, 10.9.0.2, ttl 9"
    })
    void comesUpAndIsMissed(String leftAddress, String rightAddress, String option) {
        left.run(session(rightAddress, option));
        right.run(session(leftAddress, option.startsWith("source") ? "passive" : option));
        bothUp();
        assertThat(left.heard()).containsExactly("x down", "x up");
        await().atMost(SOON).until(() -> left.session("x").detectionTime() == 250_000);
        assertThat(left.session("x").sendInterval()).isEqualTo(50_000);

        cable.right().ip("link set eth0 down");
        await().atMost(SOON).until(() -> !left.up("x") && !right.up("x"));
        assertThat(left.session("x").session().diagnostic()).isEqualTo(Diagnostic.DETECTION_TIME_EXPIRED);

        cable.right().ip("link set eth0 up");
        if (!rightAddress.contains(":")) {
            bothUp();
            assertThat(left.heard()).containsExactly("x down", "x up", "x down", "x up");
        }
    }

    @Test
    void whoStopsSaysSo() {
        left.run(session("10.9.0.2"));
        right.run(session("10.9.0.1"));
        bothUp();

        right.proxy().stop();
        await().atMost(SOON).until(() -> !left.up("x"));
        BfdSessionStatus status = left.session("x");
        assertThat(status.session().diagnostic()).isEqualTo(Diagnostic.NEIGHBOR_SIGNALED_DOWN);
        assertThat(status.remote().diagnostic()).isEqualTo(Diagnostic.ADMINISTRATIVELY_DOWN);
    }

    @Test
    void aReloadKeepsWhatDidNotChange() {
        left.run(session("10.9.0.2"));
        right.run(session("10.9.0.1"));
        bothUp();
        int discriminator = left.session("x").discriminator();

        assertThat(left.run(session("10.9.0.2")).lines()).isEmpty();
        assertThat(left.run(session("10.9.0.2", "min_tx 100", "multiplier 3")).lines())
                .singleElement()
                .asString()
                .contains("change BFD session x");
        await().atMost(SOON)
                .until(() -> left.session("x").sendInterval() == 100_000
                        && right.session("x").detectionTime() == 300_000
                        && !left.session("x").session().pace().poll());
        assertThat(left.session("x").discriminator()).isEqualTo(discriminator);
        assertThat(left.session("x").counts().downs()).isZero();
        assertThat(right.session("x").counts().downs()).isZero();
        assertThat(left.heard()).as("told with every configuration").containsExactly("x down", "x up", "x up", "x up");

        assertThat(left.run("").lines()).singleElement().asString().contains("remove BFD session x");
        await().atMost(SOON).until(() -> !right.up("x"));
    }

    @Test
    void whatIsForgedIsCountedAndChangesNothing() {
        left.run(session("10.9.0.2"));
        right.run(session("10.9.0.1"));
        bothUp();
        int known = left.session("x").discriminator();
        cable.right().ip("address add 10.9.0.3/24 dev eth0");

        cable.right().run(() -> {
            send("10.9.0.2", 254, down(known));
            send("10.9.0.3", 255, down(known));
            send("10.9.0.2", 255, down(known + 1));
            send("10.9.0.2", 255, ByteBuffer.allocate(5));
        });
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(left.proxy().status().drops())
                        .isEqualTo(Map.of(
                                DropReason.TTL, 1L,
                                DropReason.WRONG_SENDER, 1L,
                                DropReason.UNKNOWN_SESSION, 1L,
                                DropReason.LENGTH, 1L)));
        assertThat(left.session("x").counts().downs()).isZero();
    }

    @Test
    void whoCannotHaveThePortTriesAgain() {
        try (UdpSocket other = cable.left().call(() -> UdpSocket.open(StandardProtocolFamily.INET))) {
            other.bind(new InetSocketAddress(address("0.0.0.0"), PORT));
            left.run(session("10.9.0.2"));
            right.run(session("10.9.0.1"));
            await().atMost(SOON).until(() -> left.session("x").counts().sent() > 0);
            assertThat(left.session("x").counts().received()).isZero();
        }
        bothUp();
    }

    private static ByteBuffer down(int discriminator) {
        ByteBuffer buffer = ByteBuffer.allocate(BfdCodec.LENGTH);
        BfdCodec.encode(
                new ControlPacket(
                        SessionState.DOWN, Diagnostic.NONE, ControlPacket.Flags.NONE, 5, 7, discriminator, 1, 1, 0),
                buffer);
        return buffer.flip();
    }

    private static void send(String from, int ttl, ByteBuffer payload) {
        try (UdpSocket socket = UdpSocket.open(StandardProtocolFamily.INET)) {
            socket.bind(new InetSocketAddress(address(from), 0));
            socket.timeToLive(ttl);
            socket.send(payload, address("10.9.0.1"), PORT);
        }
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
