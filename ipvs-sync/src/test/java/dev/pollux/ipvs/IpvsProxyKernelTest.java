package dev.pollux.ipvs;

import static dev.pollux.ipvs.fixture.VirtualServers.DR;
import static dev.pollux.ipvs.fixture.VirtualServers.checker;
import static dev.pollux.ipvs.fixture.VirtualServers.configuration;
import static dev.pollux.ipvs.fixture.VirtualServers.forwarded;
import static dev.pollux.ipvs.fixture.VirtualServers.key;
import static dev.pollux.ipvs.fixture.VirtualServers.realServer;
import static dev.pollux.ipvs.fixture.VirtualServers.tcp;
import static dev.pollux.ipvs.fixture.VirtualServers.virtualServer;
import static dev.pollux.ipvs.fixture.VirtualServers.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pollux.grammar.model.RealServer;
import dev.pollux.grammar.model.ServiceSettings;
import dev.pollux.grammar.model.VirtualServer;
import dev.pollux.ipvs.fixture.KernelWithIpvs;
import dev.pollux.ipvs.fixture.RecordingListener;
import dev.pollux.ipvs.policy.VirtualServerEvent;
import dev.pollux.linux.event.EventLoops;
import dev.pollux.linux.time.NanoClock;
import io.netty.channel.IoEventLoop;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole engine on the real kernel. */
@Tag("ipvs")
class IpvsProxyKernelTest {

    /** Five seconds are promised; an emulated machine gets more. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final RealServer A = forwarded(realServer(key("10.1.0.1", 80), 1, checker(1, false)), DR);
    private static final RealServer B = forwarded(realServer(key("10.1.0.2", 80), 2, checker(2, false)), DR);
    private static final VirtualServer WEB = virtualServer(tcp("10.0.0.1", 80), A, B);
    private static final VirtualServer SIX =
            virtualServer(tcp("fd00::2", 80), forwarded(realServer(key("fd00:1::1", 80), 1, checker(3, false)), DR));
    private static final List<String> SAVED = List.of(
            "-A -t 10.0.0.1:80 -s rr",
            "-A -t [fd00::2]:80 -s rr",
            "-a -t 10.0.0.1:80 -r 10.1.0.1:80 -g -w 1",
            "-a -t 10.0.0.1:80 -r 10.1.0.2:80 -g -w 2",
            "-a -t [fd00::2]:80 -r [fd00:1::1]:80 -g -w 1");

    private KernelWithIpvs kernel;
    private IoEventLoop loop;
    private final RecordingListener listener = new RecordingListener();

    @BeforeEach
    void open() {
        kernel = KernelWithIpvs.open();
        loop = kernel.namespace().call(() -> {
            // The loop's thread starts with its first task and stays in this thread's namespace.
            IoEventLoop created = EventLoops.create("lvs");
            created.submit(() -> {}).sync();
            return created;
        });
    }

    @AfterEach
    void close() {
        if (loop != null) {
            loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
            kernel.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-C",
                "-D -t 10.0.0.1:80",
                "-E -t 10.0.0.1:80 -s lc",
                "-e -t 10.0.0.1:80 -r 10.1.0.2:80 -g -w 77",
                "-d -t [fd00::2]:80 -r [fd00:1::1]:80",
                "-a -t 10.0.0.1:80 -r 10.9.9.9:80 -g"
            })
    void whatOthersChangeIsRepaired(String change) {
        IpvsProxy proxy = start();
        commit(proxy, WEB, SIX);
        assertThat(kernel.saved()).isEqualTo(SAVED);
        kernel.ipvsadm(change);
        await().atMost(PATIENCE).until(() -> proxy.status().table().repairs() == 1);
        assertThat(kernel.saved()).isEqualTo(SAVED);
        join(proxy.stop(true));
        assertThat(kernel.saved()).isEmpty();
    }

    @Test
    void anEqualTableIsAdoptedWithoutAWriteAndForeignServicesStay() {
        kernel.ipvsadm("-A -t 10.0.0.99:80 -s rr");
        IpvsProxy first = start();
        commit(first, WEB, SIX);
        join(first.stop(false));

        IpvsProxy second = start();
        commit(second, WEB, SIX);
        assertThat(second.status().table().commands()).isZero();
        assertThat(second.status().table().foreignServices()).isEqualTo(1);
        join(second.stop(true));
        assertThat(kernel.saved()).containsExactly("-A -t 10.0.0.99:80 -s rr");
    }

    @Test
    void verdictsAndReloadsChangeOnlyWhatTheyMust() {
        IpvsProxy proxy = start();
        commit(proxy, WEB, SIX);
        long before = proxy.status().table().commands();
        proxy.verdict(WEB.key(), A.checkers().get(0), new VirtualServerEvent.Verdict(A.key(), 0, false, "test"));
        await().atMost(PATIENCE).until(() -> proxy.status().table().commands() == before + 1);
        assertThat(kernel.saved()).hasSize(4).doesNotContain("-a -t 10.0.0.1:80 -r 10.1.0.1:80 -g -w 1");

        commit(proxy, WEB, SIX);
        assertThat(proxy.status().table().commands()).isEqualTo(before + 1);
        commit(proxy, with(WEB, new ServiceSettings("wlc", Set.of(), null)), SIX);
        assertThat(proxy.status().table().commands()).isEqualTo(before + 2);
        commit(proxy, WEB);
        assertThat(kernel.saved())
                .containsExactly("-A -t 10.0.0.1:80 -s rr", "-a -t 10.0.0.1:80 -r 10.1.0.2:80 -g -w 2");
        join(proxy.stop(true));
    }

    @Test
    void aSchedulerThatTheKernelLacksLeavesTheRestProgrammed() {
        IpvsProxy proxy = start();
        commit(proxy, with(WEB, new ServiceSettings("nosuch", Set.of(), null)), SIX);
        assertThat(kernel.saved())
                .containsExactly("-A -t [fd00::2]:80 -s rr", "-a -t [fd00::2]:80 -r [fd00:1::1]:80 -g -w 1");
        join(proxy.stop(true));
    }

    private IpvsProxy start() {
        return IpvsProxy.start(IpvsEnvironment.of(
                loop,
                NanoClock.system(),
                listener,
                IpvsEnvironment.Records.none(new DeletionPermit(() -> Path.of("/nonexistent/permit")))));
    }

    private static void commit(IpvsProxy proxy, VirtualServer... servers) {
        join(proxy.prepare(configuration(servers)).thenCompose(proxy::commit));
    }

    private static void join(CompletionStage<?> stage) {
        stage.toCompletableFuture().join();
    }
}
