package dev.pollux.vrrp.machine;

import static org.assertj.core.api.Assertions.assertThat;

/** Watches how long a link has more than one master, and that this is never longer than allowed while it is healthy. */
final class Overlap {

    private final SimulatedNetwork network;
    private final String link;
    private final long allowed;
    private long since = RouterState.NEVER;

    /** @param allowed nanoseconds */
    Overlap(SimulatedNetwork network, String link, long allowed) {
        this.network = network;
        this.link = link;
        this.allowed = allowed;
    }

    void look() {
        if (network.mastersOn(link) < 2) {
            since = RouterState.NEVER;
            return;
        }
        since = Math.min(since, network.now());
        if (network.healthy()) {
            long lasted = network.now() - Math.max(since, network.weatherSince());
            assertThat(lasted).as("%s: two masters, nanoseconds", network).isLessThanOrEqualTo(allowed);
        }
    }
}
