package dev.pollux.director.metrics;

import java.util.List;

/**
 * One metric: what its series have in common. docs/metrics.md lists them all.
 *
 * @param name as Prometheus sees it; a counter's ends in {@code _total}
 * @param help one sentence, with the unit
 * @param labels names, in the order of {@link Sample#labels}
 */
public record Family(String name, Kind kind, String help, List<String> labels) {

    public Family {
        labels = List.copyOf(labels);
    }

    /** How a value behaves. */
    public enum Kind {
        GAUGE,
        COUNTER
    }

    static Family gauge(String name, String help, String... labels) {
        return new Family(name, Kind.GAUGE, help, List.of(labels));
    }

    static Family counter(String name, String help, String... labels) {
        return new Family(name, Kind.COUNTER, help, List.of(labels));
    }

    /** Exact up to 2^53, which no counter here will reach. */
    Sample sample(long value, String... labelValues) {
        return sample((double) value, labelValues);
    }

    Sample sample(double value, String... labelValues) {
        return new Sample(this, List.of(labelValues), value);
    }
}
