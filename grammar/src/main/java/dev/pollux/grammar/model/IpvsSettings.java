package dev.pollux.grammar.model;

/**
 * What {@code global_defs} says of the kernel's IPVS.
 *
 * @param flushAtStart {@code lvs_flush}: empty the kernel's table before the first entry is written
 * @param flushOnStop {@code lvs_flush_on_stop} without argument: empty the whole table when the director stops
 */
public record IpvsSettings(boolean flushAtStart, boolean flushOnStop) {

    public static IpvsSettings defaults() {
        return new IpvsSettings(false, false);
    }
}
