package dev.pollux.director.metrics;

import dev.pollux.director.http.Page;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code /metrics}: takes every subject's samples when it is asked for and writes them for Prometheus. */
public final class MetricsPage implements Page.Source {

    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";
    private static final String OPEN_METRICS = "application/openmetrics-text; version=1.0.0; charset=utf-8";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final SeriesRegistry series = new SeriesRegistry(registry);
    private final Supplier<List<Sample>> samples;

    /**
     * A page.
     *
     * @param samples every subject's
     * @param loops whose lateness is counted from now on
     */
    public MetricsPage(Supplier<List<Sample>> samples, List<LoopMetrics> loops) {
        this.samples = samples;
        loops.forEach(loop -> loop.bind(registry));
    }

    @Override
    public Page make(@Nullable String accept) {
        series.publish(samples.get());
        String type = accept != null && accept.contains("application/openmetrics-text") ? OPEN_METRICS : TEXT;
        return new Page(type, registry.scrape(type));
    }
}
