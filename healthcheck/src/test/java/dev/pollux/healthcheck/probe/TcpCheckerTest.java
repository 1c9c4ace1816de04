package dev.pollux.healthcheck.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pollux.grammar.model.CheckConnection;
import dev.pollux.grammar.model.TcpCheck;
import dev.pollux.healthcheck.Checkers;
import dev.pollux.healthcheck.policy.CheckOutcome;
import dev.pollux.healthcheck.policy.CheckOutcome.Failed;
import dev.pollux.healthcheck.policy.CheckOutcome.Failure;
import dev.pollux.healthcheck.policy.CheckOutcome.NotMade;
import dev.pollux.healthcheck.policy.CheckOutcome.Passed;
import dev.pollux.linux.testing.NetworkNamespace;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TcpCheckerTest {

    private static final CheckOutcome PASSED = new Passed();
    private static final InetAddress IPV6_LOOPBACK = ipv6Loopback();

    private final ProbeRunner runner = new ProbeRunner();

    @AfterEach
    void close() {
        runner.close();
        assertThat(runner.remarks()).isEmpty();
    }

    @Test
    void aConnectionIsSuccessAndEndsWithoutAReset() throws IOException {
        List<Integer> read = new CopyOnWriteArrayList<>();
        try (LoopbackServer server = new LoopbackServer(
                connection -> read.add(connection.getInputStream().read()))) {
            Probe probe = runner.probe(Checkers.tcp(server.port()));
            for (int i = 0; i < 20; i++) {
                assertThat(runner.check(probe, 0)).isEqualTo(PASSED);
            }
            await().untilAsserted(() -> assertThat(read).hasSize(20).containsOnly(-1));
            assertThat(server.broken()).isEmpty();
        }
    }

    @Test
    void aClosedPortIsAFailure() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        assertThat(runner.check(Checkers.tcp(port)))
                .isEqualTo(new Failed(Failure.TCP_UNREACHABLE, "Connection refused"));
    }

    @Test
    void silenceIsAFailureWhenTheTimeIsOver() throws IOException {
        List<SocketChannel> crowd = new ArrayList<>();
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // Nobody accepts: once the backlog is full the kernel drops what comes.
            for (int i = 0; i < 8; i++) {
                SocketChannel channel = SocketChannel.open();
                channel.configureBlocking(false);
                channel.connect(full.getLocalSocketAddress());
                crowd.add(channel);
            }
            CheckConnection connection = Checkers.connection(full.getLocalPort());
            TcpCheck check = new TcpCheck(Checkers.timing(), timeout(connection, Duration.ofMillis(250)));
            assertThat(runner.check(check)).isEqualTo(new Failed(Failure.TCP_TIMEOUT, "No connection within 0.25 s"));
        } finally {
            for (SocketChannel channel : crowd) {
                channel.close();
            }
        }
    }

    @Test
    void anAbandonedCheckTellsNothingAndTheNextOneIsItsOwn() throws IOException {
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Probe probe = runner.probe(Checkers.tcp(full.getLocalPort()));
            for (int i = 0; i < 8; i++) {
                CompletableFuture<CheckOutcome> outcome = runner.start(probe, 0);
                runner.abandon(probe);
                // On loopback a connection may stand before it can be abandoned.
                assertThat(outcome.getNow(PASSED)).isEqualTo(PASSED);
            }
            runner.abandon(probe);
        }
    }

    @Test
    void bindtoIsWhereItComesFrom() throws IOException {
        List<InetSocketAddress> peers = new CopyOnWriteArrayList<>();
        try (LoopbackServer server = new LoopbackServer(connection -> peers.add(peer(connection)))) {
            InetAddress from = InetAddress.getByName("127.0.0.5");
            assertThat(runner.check(tcp(server.port(), from, 0, null, 0))).isEqualTo(PASSED);
            await().untilAsserted(() ->
                    assertThat(peers).extracting(InetSocketAddress::getAddress).containsExactly(from));
        }
    }

    @Test
    void bindPortCanBeUsedForEveryCheck() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        List<Integer> ports = new CopyOnWriteArrayList<>();
        try (LoopbackServer server = new LoopbackServer(connection -> ports.add(connection.getPort()))) {
            Probe probe = runner.probe(tcp(server.port(), null, port, null, 0));
            for (int i = 0; i < 3; i++) {
                int checks = i + 1;
                assertThat(runner.check(probe, 0)).isEqualTo(PASSED);
                await().untilAsserted(() -> assertThat(server.accepted()).isEqualTo(checks));
            }
            await().untilAsserted(() -> assertThat(ports).containsExactly(port, port, port));
        }
    }

    @Test
    void whatThisMachineLacksSaysNothingAboutTheServer() throws IOException {
        InetAddress notOurs = InetAddress.getByName("192.0.2.99");
        assertThat(runner.check(tcp(9, notOurs, 0, null, 0)))
                .isEqualTo(new NotMade("socket bind", "Cannot assign requested address"));
        assertThat(runner.check(tcp(9, null, 0, "nosuchif0", 0)))
                .isEqualTo(new NotMade("socket option", "No such device"));
        assertThat(runner.check(tcp(9, null, 0, "a-name-of-seventeen", 0)))
                .isEqualTo(new NotMade("socket option", "interface name too long: a-name-of-seventeen"));
    }

    @Test
    void interfaceAndFirewallMarkAreAccepted() throws IOException {
        assumeTrue(isRoot(), "SKIPPED: needs root, to set a firewall mark on a socket (SO_MARK)");
        try (LoopbackServer server = new LoopbackServer(connection -> {})) {
            assertThat(runner.check(tcp(server.port(), null, 0, "lo", 0xffff_fff7L)))
                    .isEqualTo(PASSED);
        }
    }

    @Test
    void anUnreachableNetworkIsAFailure() {
        try (NetworkNamespace namespace = NetworkNamespace.open();
                ProbeRunner inside = namespace.call(TcpCheckerTest::runnerHere)) {
            CheckConnection connection =
                    new CheckConnection(InetAddress.getByName("192.0.2.1"), 80, Checkers.PATIENCE, null, 0, null, 0);
            TcpCheck check = new TcpCheck(Checkers.timing(), connection);
            assertThat(inside.check(check)).isEqualTo(new Failed(Failure.TCP_UNREACHABLE, "No route to host"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void serversMayHaveIpv6Addresses() {
        try (NetworkNamespace namespace = NetworkNamespace.open();
                ProbeRunner inside = namespace.call(TcpCheckerTest::runnerHere);
                LoopbackServer server =
                        namespace.call(() -> new LoopbackServer(new ServerSocket(0, 8, IPV6_LOOPBACK), c -> {}))) {
            CheckConnection connection =
                    new CheckConnection(IPV6_LOOPBACK, server.port(), Checkers.PATIENCE, null, 0, null, 0);
            assertThat(inside.check(new TcpCheck(Checkers.timing(), connection)))
                    .isEqualTo(PASSED);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The first task starts the loop's thread, which stays in the namespace of whoever gave it. */
    private static ProbeRunner runnerHere() {
        ProbeRunner runner = new ProbeRunner();
        runner.abandon(runner.probe(Checkers.tcp(9)));
        return runner;
    }

    private static CheckConnection timeout(CheckConnection connection, Duration timeout) {
        return new CheckConnection(connection.address(), connection.port(), timeout, null, 0, null, 0);
    }

    private static TcpCheck tcp(
            int port, @Nullable InetAddress from, int fromPort, @Nullable String fromInterface, long mark) {
        return new TcpCheck(
                Checkers.timing(),
                new CheckConnection(
                        InetAddress.getLoopbackAddress(),
                        port,
                        Checkers.PATIENCE,
                        from,
                        fromPort,
                        fromInterface,
                        mark));
    }

    private static InetSocketAddress peer(Socket connection) {
        return (InetSocketAddress) connection.getRemoteSocketAddress();
    }

    private static InetAddress ipv6Loopback() {
        byte[] bytes = new byte[16];
        bytes[15] = 1;
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean isRoot() throws IOException {
        return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    }
}
