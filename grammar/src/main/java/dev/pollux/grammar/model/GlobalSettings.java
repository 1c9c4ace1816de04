package dev.pollux.grammar.model;

import org.jspecify.annotations.Nullable;

/**
 * The part of {@code global_defs} that belongs to no single instance or server.
 *
 * @param routerId {@code router_id}; null: the host name
 * @param flushAtStart {@code lvs_flush}: empty the kernel's IPVS table before the first entry is written
 * @param flushOnStop {@code lvs_flush_on_stop} without argument: empty the whole table when the director stops
 */
public record GlobalSettings(@Nullable String routerId, boolean flushAtStart, boolean flushOnStop) {

    public static GlobalSettings defaults() {
        return new GlobalSettings(null, false, false);
    }
}
