package dev.pollux.vrrp;

import dev.pollux.grammar.model.VrrpInstance;
import dev.pollux.linux.route.Link;
import dev.pollux.vrrp.machine.EffectivePriority;
import dev.pollux.vrrp.machine.FaultCause;
import dev.pollux.vrrp.machine.LinkTracking;
import dev.pollux.vrrp.machine.ObjectTracking;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What the machine's interfaces mean to one virtual router at the moment.
 *
 * @param priority effective
 * @param source address to send adverts from
 * @param causes what keeps the router in FAULT, besides its sync group
 */
record RouterCondition(int priority, Optional<InetAddress> source, Set<FaultCause> causes) {

    private static final InetAddress ANY = any();

    RouterCondition {
        causes = Set.copyOf(causes);
    }

    /** The source, or 0.0.0.0 while the router is in FAULT for want of one. */
    InetAddress sourceOrAny() {
        return source.orElse(ANY);
    }

    /** The same with more causes for FAULT. */
    RouterCondition with(Set<FaultCause> more) {
        if (more.isEmpty()) {
            return this;
        }
        Set<FaultCause> all = new HashSet<>(causes);
        all.addAll(more);
        return new RouterCondition(priority, source, all);
    }

    /** Looks at the interfaces, and at what is tracked by name. */
    static RouterCondition of(RouterConfiguration configuration, Surroundings surroundings) {
        LinkTable links = surroundings.links();
        VrrpInstance instance = configuration.instance();
        String interfaceName = instance.key().interfaceName();
        LinkTracking.Assessment assessment = LinkTracking.assess(instance, configuration.grouped(), links::condition);
        Set<FaultCause> causes = new HashSet<>(assessment.causes());
        Optional<InetAddress> source = source(instance, links, surroundings.virtualAddresses());
        Link link = links.link(interfaceName);
        if (link != null) {
            if (source.isEmpty()) {
                causes.add(new FaultCause.NoSourceAddress(interfaceName));
            }
            if (!instance.unicast().enabled() && !link.flags().multicast()) {
                causes.add(new FaultCause.NoMulticast(interfaceName));
            }
            if (surroundings.sockets().ready(interfaceName) == null) {
                causes.add(new FaultCause.NoSocket(interfaceName));
            }
        }
        ObjectTracking.Assessment tracked =
                ObjectTracking.assess(instance.tracking().objects(), surroundings.trackers()::get);
        causes.addAll(tracked.causes());
        int weight = assessment.weight() + tracked.weight();
        return new RouterCondition(EffectivePriority.of(instance.priority(), weight), source, causes);
    }

    /** An owner's interface may have no address but the virtual one. */
    private static Optional<InetAddress> source(
            VrrpInstance instance, LinkTable links, Set<InetAddress> virtualAddresses) {
        if (instance.advert().source() instanceof Inet4Address configured) {
            return Optional.of(configured);
        }
        Optional<InetAddress> own = links.source(instance.key().interfaceName(), virtualAddresses);
        return own.isEmpty() && instance.owner() ? links.source(instance.key().interfaceName(), Set.of()) : own;
    }

    private static InetAddress any() {
        try {
            return InetAddress.getByAddress(new byte[Integer.BYTES]);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
