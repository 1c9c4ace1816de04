package dev.pollux.grammar.model;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the kernel is to assume of a route's paths (ip-route(8)). */
public enum RouteMetric {
    MTU(2),
    WINDOW(3),
    /** In eighths of a millisecond. */
    RTT(4),
    /** In quarters of a millisecond. */
    RTTVAR(5),
    SSTHRESH(6),
    CWND(7),
    ADVMSS(8),
    REORDERING(9),
    HOPLIMIT(10),
    INITCWND(11),
    /** 1: explicit congestion notification. */
    FEATURES(12),
    /** In milliseconds. */
    RTO_MIN(13),
    INITRWND(14),
    QUICKACK(15),
    /** The name of an algorithm instead of a number. */
    CONGCTL(16),
    FASTOPEN_NO_COOKIE(17);

    private final int number;

    RouteMetric(int number) {
        this.number = number;
    }

    /** {@code RTAX_} in linux/rtnetlink.h. */
    public int number() {
        return number;
    }

    public String keyword() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Null: there is no such word. */
    public static @Nullable RouteMetric of(String keyword) {
        for (RouteMetric metric : values()) {
            if (metric.keyword().equals(keyword)) {
                return metric;
            }
        }
        return null;
    }
}
