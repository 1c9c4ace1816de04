package dev.pollux.vrrp;

import dev.pollux.grammar.model.VirtualRouterKey;
import dev.pollux.vrrp.machine.Rival;
import dev.pollux.vrrp.machine.StateName;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A virtual router at one moment.
 *
 * @param priority as configured
 * @param effectivePriority after tracking
 * @param addresses virtual addresses as configured, excluded ones last
 * @param held those that the kernel has
 * @param lacking what a master should have besides, and the kernel did not take
 * @param source address that adverts are sent from; empty while the interface has none
 * @param masterAddress sender of the last advert acted upon as backup; empty: none heard since the last transition
 * @param masterPriority in that advert; 0: none heard, or not backup
 * @param masterInterval between the master's adverts: learnt in version 3, else our own
 * @param rival another master that it hears while it is master; empty: none
 * @param sendFailure why the kernel does not take its adverts; empty: it does, or there are none
 * @param syncGroup empty: in none
 * @param lastTransition empty: has not started yet
 */
public record VirtualRouterStatus(
        String name,
        VirtualRouterKey key,
        StateName state,
        int priority,
        int effectivePriority,
        List<InetAddress> addresses,
        List<InetAddress> held,
        List<String> lacking,
        Optional<InetAddress> source,
        Optional<InetAddress> masterAddress,
        int masterPriority,
        Duration masterInterval,
        Optional<Rival> rival,
        String sendFailure,
        Optional<String> syncGroup,
        Optional<VirtualRouterTransition> lastTransition,
        RouterCounts counts) {

    public VirtualRouterStatus {
        addresses = List.copyOf(addresses);
        held = List.copyOf(held);
        lacking = List.copyOf(lacking);
    }
}
