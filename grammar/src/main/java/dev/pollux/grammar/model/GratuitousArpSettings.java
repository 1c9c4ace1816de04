package dev.pollux.grammar.model;

import java.time.Duration;

/**
 * When a master announces its addresses by gratuitous ARP (IPv4) or unsolicited neighbour advertisement (IPv6).
 *
 * @param repeat {@code garp_master_repeat}: rounds at once on becoming master, and again after {@code delay}
 * @param delay {@code garp_master_delay}: until the second batch; zero: no second batch
 * @param refresh {@code garp_master_refresh}: period of repeated announcements; zero: none
 * @param refreshRepeat {@code garp_master_refresh_repeat}: rounds each time
 * @param lowerPriorityRepeat {@code garp_lower_prio_repeat}: rounds after a lower-priority advert was heard
 * @param lowerPriorityDelay {@code garp_lower_prio_delay}: until those are repeated; zero: not repeated
 * @param arpSpacing {@code garp_interval}: least time between two gratuitous ARPs on one interface; zero: not limited
 * @param neighbourSpacing {@code gna_interval}: as much between two neighbour advertisements
 */
public record GratuitousArpSettings(
        int repeat,
        Duration delay,
        Duration refresh,
        int refreshRepeat,
        int lowerPriorityRepeat,
        Duration lowerPriorityDelay,
        Duration arpSpacing,
        Duration neighbourSpacing,
        Extra extra) {

    /**
     * {@code garp_extra_if}: announcements on interfaces that no adverts are sent on, lest switches forget where they are.
     *
     * @param period between two; zero: none
     * @param everywhere on all such interfaces, not only on virtual ones
     */
    public record Extra(Duration period, boolean everywhere) {
        public static final Extra NONE = new Extra(Duration.ZERO, false);
    }

    /** Without announcements on further interfaces. */
    public GratuitousArpSettings(
            int repeat,
            Duration delay,
            Duration refresh,
            int refreshRepeat,
            int lowerPriorityRepeat,
            Duration lowerPriorityDelay,
            Duration arpSpacing,
            Duration neighbourSpacing) {
        this(
                repeat,
                delay,
                refresh,
                refreshRepeat,
                lowerPriorityRepeat,
                lowerPriorityDelay,
                arpSpacing,
                neighbourSpacing,
                Extra.NONE);
    }

    /** The least time between two announcements of addresses of this family. */
    public Duration spacing(AddressFamily family) {
        return family == AddressFamily.IPV4 ? arpSpacing : neighbourSpacing;
    }
}
