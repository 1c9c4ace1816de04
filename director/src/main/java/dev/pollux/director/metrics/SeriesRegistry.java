package dev.pollux.director.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a Micrometer registry equal to the newest samples: a series begins with its first sample and ends when a snapshot no
 * longer has it, for a router or server that a reload took away must not go on with its last value.
 */
final class SeriesRegistry {

    private final MeterRegistry registry;
    private final Map<Key, Series> series = new HashMap<>();
    private int round;

    SeriesRegistry(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Takes one complete set of samples. */
    void publish(Iterable<Sample> samples) {
        round++;
        for (Sample sample : samples) {
            Series one = series.computeIfAbsent(new Key(sample.family(), sample.labels()), this::register);
            one.value = sample.value();
            one.round = round;
        }
        Iterator<Series> all = series.values().iterator();
        while (all.hasNext()) {
            Series one = all.next();
            if (one.round != round) {
                registry.remove(one.meter());
                all.remove();
            }
        }
    }

    private Series register(Key key) {
        Family family = key.family();
        List<Tag> tags = new ArrayList<>();
        for (int i = 0; i < family.labels().size(); i++) {
            tags.add(Tag.of(family.labels().get(i), key.labels().get(i)));
        }
        Series made = new Series();
        made.meter = switch (family.kind()) {
            case GAUGE ->
                Gauge.builder(family.name(), made, one -> one.value)
                        .description(family.help())
                        .tags(Tags.of(tags))
                        .register(registry);
            case COUNTER ->
                FunctionCounter.builder(family.name(), made, one -> one.value)
                        .description(family.help())
                        .tags(Tags.of(tags))
                        .register(registry);
        };
        return made;
    }

    private record Key(Family family, List<String> labels) {}

    /** Micrometer holds this weakly and reads {@code value}; the map above keeps it alive. */
    private static final class Series {
        private double value;
        private int round;
        private @Nullable Meter meter;

        Meter meter() {
            return Objects.requireNonNull(meter);
        }
    }
}
