package dev.pollux.grammar.bind;

import java.time.Duration;
import java.util.Objects;

/** What {@code global_defs} says of gratuitous ARP; {@code vrrp_min_garp} turns all that is not given to the least. */
record GarpDefaults(
        int repeat, Duration delay, Duration refresh, int refreshRepeat, int lowerRepeat, Duration lowerDelay) {

    static GarpDefaults of(GlobalDraft global) {
        boolean minimal = global.minimalGarp;
        int repeat = Objects.requireNonNullElse(global.garpRepeat, minimal ? 1 : 5);
        Duration delay = Objects.requireNonNullElse(global.garpDelay, Duration.ofSeconds(minimal ? 0 : 5));
        return new GarpDefaults(
                repeat,
                delay,
                Objects.requireNonNullElse(global.garpRefresh, Duration.ZERO),
                Objects.requireNonNullElse(global.garpRefreshRepeat, minimal ? 0 : 1),
                Objects.requireNonNullElse(global.garpLowerRepeat, repeat),
                Objects.requireNonNullElse(global.garpLowerDelay, delay));
    }
}
