package dev.pollux.director;

import dev.pollux.director.http.HttpListener;
import dev.pollux.director.metrics.BfdSamples;
import dev.pollux.director.metrics.CheckSamples;
import dev.pollux.director.metrics.Clocks;
import dev.pollux.director.metrics.DirectorSamples;
import dev.pollux.director.metrics.FullNatSamples;
import dev.pollux.director.metrics.IpvsSamples;
import dev.pollux.director.metrics.MetricsPage;
import dev.pollux.director.metrics.Sample;
import dev.pollux.director.metrics.VrrpSamples;
import dev.pollux.director.reload.History;
import dev.pollux.director.scheduling.Punctuality;
import dev.pollux.grammar.model.Configuration;
import dev.pollux.grammar.model.VrrpInstance;
import dev.pollux.linux.time.NanoClock;
import dev.pollux.vrrp.VirtualRouterStatus;
import io.netty.channel.IoEventLoop;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the outside what the engines do. Owned by the {@code control} loop. */
final class Telemetry {

    private static final Logger LOG = LoggerFactory.getLogger(Telemetry.class);

    private final EngineSet engines;
    private final Outside outside;
    private final Supplier<Configuration> configuration;
    private final Supplier<History> history;

    Telemetry(EngineSet engines, Outside outside, Supplier<Configuration> configuration, Supplier<History> history) {
        this.engines = engines;
        this.outside = outside;
        this.configuration = configuration;
        this.history = history;
    }

    /** Begins to serve. An address that cannot be had is said, and no reason not to run. */
    void serve(IoEventLoop control, InetSocketAddress address, Punctuality punctuality) {
        MetricsPage page = new MetricsPage(() -> samples(punctuality), punctuality.histograms(), Product.version());
        HttpListener.open(control, address, Map.of("/metrics", page)).whenComplete((listener, failure) -> {
            if (failure == null) {
                LOG.info("Serving metrics on {}", text(listener.address()));
            } else {
                LOG.error(
                        "Cannot serve metrics on {}: {}; --http-listen ADDRESS:PORT or off says where else",
                        text(address),
                        failure.getMessage());
            }
        });
    }

    private List<Sample> samples(Punctuality punctuality) {
        Clocks clocks =
                new Clocks(System.currentTimeMillis(), NanoClock.system().nanoTime());
        List<Sample> samples = new ArrayList<>(DirectorSamples.of(history.get()));
        Map<String, VrrpInstance> instances = new HashMap<>();
        configuration.get().vrrpInstances().forEach(instance -> instances.put(instance.name(), instance));
        for (VirtualRouterStatus router : engines.routers()) {
            VrrpInstance instance = instances.get(router.name());
            if (instance != null) {
                samples.addAll(VrrpSamples.of(router, instance, clocks));
            }
        }
        samples.addAll(punctuality.samples());
        samples.addAll(outside.samples());
        samples.addAll(BfdSamples.of(engines.sessions()));
        samples.addAll(CheckSamples.of(engines.checkers(), clocks));
        samples.addAll(IpvsSamples.of(engines.services(), clocks));
        samples.addAll(IpvsSamples.ofOverrides(engines.overridden().overrides().size()));
        samples.addAll(IpvsSamples.ofSysctls(engines.sysctlDifferences()));
        samples.addAll(FullNatSamples.of(engines.translations()));
        return samples;
    }

    private static String text(InetSocketAddress address) {
        return address.getAddress().getHostAddress() + ":" + address.getPort();
    }
}
