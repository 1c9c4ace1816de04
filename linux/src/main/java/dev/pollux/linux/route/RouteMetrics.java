package dev.pollux.linux.route;

import java.util.Map;
import java.util.TreeMap;

/**
 * What the kernel is to assume of the paths of a route ({@code RTAX_} in linux/rtnetlink.h).
 *
 * @param values by number
 * @param locked numbers of values that path discovery must not change, as bits
 * @param congestionControl name of a TCP algorithm; empty: the default
 */
public record RouteMetrics(Map<Integer, Long> values, long locked, String congestionControl) {

    public static final RouteMetrics NONE = new RouteMetrics(Map.of(), 0, "");

    static final int LOCK = 1;
    static final int CONGESTION_CONTROL = 16;

    public RouteMetrics {
        values = Map.copyOf(values);
    }

    public boolean isEmpty() {
        return values.isEmpty() && locked == 0 && congestionControl.isEmpty();
    }

    /** In the order of their numbers. */
    Map<Integer, Long> sorted() {
        return new TreeMap<>(values);
    }
}
