package dev.pollux.director.metrics;

import dev.pollux.director.http.Page;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.core.metrics.Info;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code /metrics}: takes every subject's samples when it is asked for and writes them for Prometheus. */
public final class MetricsPage implements Page.Source {

    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";
    private static final String OPEN_METRICS = "application/openmetrics-text; version=1.0.0; charset=utf-8";

    static final String BUILD_INFO = "pollux_build_info";
    static final String BUILD_INFO_HELP = "Version of the program and of its Java; always 1";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final SeriesRegistry series = new SeriesRegistry(registry);
    private final Supplier<List<Sample>> samples;

    /**
     * A page.
     *
     * @param samples every subject's
     * @param loops whose lateness is counted from now on
     * @param version of the program
     */
    public MetricsPage(Supplier<List<Sample>> samples, List<LoopMetrics> loops, String version) {
        this.samples = samples;
        // Micrometer would take the ending _info off the name of a gauge.
        Info.builder()
                .name(BUILD_INFO)
                .help(BUILD_INFO_HELP)
                .labelNames("version", "java")
                .register(registry.getPrometheusRegistry())
                .setLabelValues(version, System.getProperty("java.version", "unknown"));
        loops.forEach(loop -> loop.bind(registry));
    }

    @Override
    public Page make(@Nullable String accept) {
        series.publish(samples.get());
        String type = accept != null && accept.contains("application/openmetrics-text") ? OPEN_METRICS : TEXT;
        return new Page(type, registry.scrape(type));
    }
}
