package dev.pollux.director.metrics;

import dev.pollux.linux.event.LatenessListener;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * How late the timers of one loop fire: the program's own proof that it does not pause. Counts from the moment the registry
 * exists, because making that is not worth delaying the first advert for.
 */
public final class LoopMetrics implements LatenessListener {

    /** Prometheus sees it with the unit, {@code _seconds}. */
    static final String NAME = "pollux_loop_timer_lateness";

    static final String HELP = "How long after their deadline the timers of an event loop fired";

    private static final Duration[] BUCKETS = LongStream.of(500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000)
            .mapToObj(micros -> Duration.ofNanos(micros * 1000))
            .toArray(Duration[]::new);

    private final String loop;
    private volatile @Nullable Timer timer;

    public LoopMetrics(String loop) {
        this.loop = loop;
    }

    @Override
    public void expired(long latenessNanos) {
        Timer current = timer;
        if (current != null) {
            current.record(latenessNanos, TimeUnit.NANOSECONDS);
        }
    }

    void bind(MeterRegistry registry) {
        timer = Timer.builder(NAME)
                .description(HELP)
                .tag("loop", loop)
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }
}
