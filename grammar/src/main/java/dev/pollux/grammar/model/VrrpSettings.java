package dev.pollux.grammar.model;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What concerns all VRRP instances together.
 *
 * @param startupDelay {@code vrrp_startup_delay}: so long after the start adverts are not heard and timers do not run
 * @param delayAfterBoot {@code vrrp_delay_after_boot}: the same, until the machine has been up for so long
 * @param logUnknownRouters {@code log_unknown_vrids}: adverts for VRIDs that are not configured are logged
 * @param quietJoins {@code disable_local_igmp}: the kernel reports no joining of groups on the link
 * @param garpGroups {@code garp_group}: in file order, no interface in two
 * @param linkDelays {@code interface_up_down_delays}, by interface
 */
public record VrrpSettings(
        Duration startupDelay,
        Duration delayAfterBoot,
        boolean logUnknownRouters,
        boolean quietJoins,
        List<GarpGroup> garpGroups,
        Map<String, LinkDelays> linkDelays) {

    public VrrpSettings {
        garpGroups = List.copyOf(garpGroups);
        linkDelays = Map.copyOf(linkDelays);
    }

    /**
     * Interfaces that announcements share one rate limit on.
     *
     * @param arpSpacing {@code garp_interval}: least time between two gratuitous ARPs; zero: not limited
     * @param neighbourSpacing {@code gna_interval}: as much between two neighbour advertisements
     */
    public record GarpGroup(Duration arpSpacing, Duration neighbourSpacing, List<String> interfaces) {
        public GarpGroup {
            interfaces = List.copyOf(interfaces);
        }

        /** The least time between two announcements of addresses of this family. */
        public Duration spacing(AddressFamily family) {
            return family == AddressFamily.IPV4 ? arpSpacing : neighbourSpacing;
        }
    }

    /**
     * How long an interface must be in a state until it counts.
     *
     * @param down until it counts as down
     * @param up until it counts as up
     */
    public record LinkDelays(Duration down, Duration up) {}

    public static VrrpSettings defaults() {
        return new VrrpSettings(Duration.ZERO, Duration.ZERO, false, false, List.of(), Map.of());
    }
}
