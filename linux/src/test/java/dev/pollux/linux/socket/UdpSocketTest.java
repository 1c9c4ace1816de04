package dev.pollux.linux.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pollux.linux.syscall.Errno;
import dev.pollux.linux.syscall.SystemCallException;
import dev.pollux.linux.testing.NetworkNamespace;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UdpSocketTest {

    private static final int PORT = 3784;
    private static final int FROM_PORT = 49152;

    private final List<String> texts = new ArrayList<>();
    private final List<Datagram> told = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({"INET, 127.0.0.1, 127.0.0.2", "INET6, ::1, ::1"})
    void tellsWhereFromHowFarAndWhen(StandardProtocolFamily family, String from, String to) {
        NetworkNamespace.runIn(() -> {
            try (UdpSocket sender = UdpSocket.open(family);
                    UdpSocket receiver = UdpSocket.open(family)) {
                sender.bind(new InetSocketAddress(address(from), FROM_PORT));
                sender.timeToLive(77);
                receiver.bind(
                        new InetSocketAddress(address(family == StandardProtocolFamily.INET ? "0.0.0.0" : "::"), PORT));
                ByteBuffer payload = ByteBuffer.wrap("xhello".getBytes(StandardCharsets.US_ASCII))
                        .position(1);

                assertThat(sender.send(payload, address(to), PORT)).isTrue();
                assertThat(payload.position()).isEqualTo(1);
                Awaitility.await().until(() -> receiver.receive(8, this::received) == 1);

                assertThat(texts).containsExactly("hello");
                assertThat(told).singleElement().satisfies(datagram -> {
                    assertThat(datagram.source()).isEqualTo(address(from));
                    assertThat(datagram.sourcePort()).isEqualTo(FROM_PORT);
                    assertThat(datagram.ttl()).isEqualTo(77);
                    assertThat(datagram.interfaceIndex()).isEqualTo(1);
                    assertThat(datagram.realtimeNanos()).isPositive();
                });
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"INET, 127.0.0.1, 192.0.2.1", "INET6, ::1, 2001:db8::1"})
    void saysWhatIsImpossible(StandardProtocolFamily family, String local, String remote) {
        NetworkNamespace.runIn(() -> {
            try (UdpSocket one = UdpSocket.open(family);
                    UdpSocket other = UdpSocket.open(family)) {
                one.bind(new InetSocketAddress(address(local), PORT));

                assertThatExceptionOfType(SystemCallException.class)
                        .isThrownBy(() -> other.bind(new InetSocketAddress(address(local), PORT)))
                        .matches(e -> e.is(Errno.EADDRINUSE));
                assertThatExceptionOfType(SystemCallException.class)
                        .isThrownBy(() -> other.bind(new InetSocketAddress(address(remote), PORT)))
                        .matches(e -> e.is(Errno.EADDRNOTAVAIL));
                assertThatExceptionOfType(SystemCallException.class)
                        .isThrownBy(() -> other.send(ByteBuffer.allocate(1), address(remote), PORT))
                        .matches(e -> e.is(Errno.ENETUNREACH));
            }
        });
    }

    private void received(ByteBuffer payload, Datagram datagram) {
        texts.add(StandardCharsets.US_ASCII.decode(payload).toString());
        told.add(datagram);
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
