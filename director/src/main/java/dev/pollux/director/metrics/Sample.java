package dev.pollux.director.metrics;

import java.util.List;

/**
 * One value of one series.
 *
 * @param labels values of the family's labels
 */
public record Sample(Family family, List<String> labels, double value) {

    public Sample {
        labels = List.copyOf(labels);
        if (labels.size() != family.labels().size()) {
            throw new IllegalArgumentException(family.name() + " wants labels " + family.labels() + ", not " + labels);
        }
    }
}
