package dev.pollux.vrrp.bfd;

import dev.pollux.grammar.model.BfdInstance;
import dev.pollux.vrrp.bfd.machine.Remote;
import dev.pollux.vrrp.bfd.machine.Session;

/**
 * A session at one moment.
 *
 * @param session its variables
 * @param discriminator our name for it
 * @param sendInterval microseconds between our packets before jitter; 0: none are sent
 * @param detectionTime microseconds without a packet after which the neighbour counts as gone; 0: it is not heard
 */
public record BfdSessionStatus(
        BfdInstance instance,
        Session session,
        int discriminator,
        long sendInterval,
        long detectionTime,
        Counts counts) {

    public boolean up() {
        return session.up();
    }

    public Remote remote() {
        return session.remote();
    }

    /**
     * Since the session began.
     *
     * @param sent packets
     * @param failed packets that could not be sent
     * @param received packets that were acted upon
     * @param ups how often it came up
     * @param downs how often it was up and no longer is
     */
    public record Counts(long sent, long failed, long received, long ups, long downs) {}
}
