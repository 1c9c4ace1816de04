package dev.pollux.ipvs;

import static dev.pollux.ipvs.fixture.VirtualServers.configuration;
import static dev.pollux.ipvs.fixture.VirtualServers.key;
import static dev.pollux.ipvs.fixture.VirtualServers.realServer;
import static dev.pollux.ipvs.fixture.VirtualServers.tcp;
import static dev.pollux.ipvs.fixture.VirtualServers.virtualServer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.grammar.model.Configuration;
import dev.pollux.grammar.model.VirtualServer;
import dev.pollux.ipvs.fixture.FakeKernel;
import dev.pollux.ipvs.fixture.RecordingListener;
import dev.pollux.ipvs.reconcile.ModuleLoader;
import dev.pollux.linux.testing.VirtualLoop;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * CPU time of a reload that changes one of 10,000 virtual servers, against a table in memory: what the engine itself takes.
 * By hand, on an idle machine: {@code mvn verify -pl ipvs-sync -am -Dtest=ReloadBenchmark
 * -Dsurefire.failIfNoSpecifiedTests=false}. Reading the file comes on top; the lab's table-benchmark measures the whole.
 */
class ReloadBenchmark {

    private static final int SERVERS = 10_000;
    private static final int ROUNDS = 30;
    private static final int WARM = 15;

    private final VirtualLoop loop = new VirtualLoop();
    private final FakeKernel kernel = new FakeKernel();
    private final IpvsProxy proxy = IpvsProxy.start(new IpvsEnvironment(
            loop.loop(),
            loop.clock(),
            new RecordingListener(),
            kernel,
            ModuleLoader.NONE,
            IpvsEnvironment.Records.none(new DeletionPermit(() -> Path.of("/nonexistent/permit")))));

    @Test
    void aReloadThatChangesOneRealServer() {
        reload(file(1));
        assertThat(kernel.written()).hasSize(2 * SERVERS);
        List<Long> nanos = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            Configuration next = file(2 + round);
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            reload(next);
            nanos.add(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before);
            assertThat(kernel.written()).hasSize(1);
        }
        List<Long> warm = nanos.subList(WARM, ROUNDS).stream().sorted().toList();
        System.out.printf(
                Locale.ROOT,
                "    %d virtual servers, one changed: %.1f ms CPU (median; %.1f to %.1f)%n",
                SERVERS,
                warm.get(warm.size() / 2) / 1e6,
                warm.get(0) / 1e6,
                warm.get(warm.size() - 1) / 1e6);
    }

    private void reload(Configuration next) {
        var done = proxy.prepare(next).thenCompose(proxy::commit).toCompletableFuture();
        loop.run();
        loop.run();
        done.join();
    }

    private static Configuration file(int weight) {
        VirtualServer[] servers = new VirtualServer[SERVERS];
        for (int i = 0; i < SERVERS; i++) {
            String end = i / 250 + "." + (i % 250 + 1);
            servers[i] = virtualServer(
                    tcp("10.60." + end, 80), realServer(key("10.70." + end, 80), i == SERVERS / 2 ? weight : 1));
        }
        return configuration(servers);
    }
}
