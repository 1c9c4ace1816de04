package dev.pollux.vrrp;

import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.AdvertSettings;
import dev.pollux.grammar.model.UnicastSettings;
import dev.pollux.grammar.model.VirtualInterface;
import dev.pollux.grammar.model.VrrpInstance;
import dev.pollux.linux.route.Link;
import dev.pollux.vrrp.machine.EffectivePriority;
import dev.pollux.vrrp.machine.FaultCause;
import dev.pollux.vrrp.machine.LinkTracking;
import dev.pollux.vrrp.machine.ObjectTracking;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the machine's interfaces mean to one virtual router at the moment.
 *
 * @param priority effective
 * @param source address to send adverts from
 * @param causes what keeps the router in FAULT, besides its sync group
 * @param settling the source is about to be there: duplicate address detection is under way
 */
record RouterCondition(int priority, Optional<InetAddress> source, Set<FaultCause> causes, boolean settling) {

    private static final int IPV4_LENGTH = 4;
    private static final int IPV6_LENGTH = 16;

    RouterCondition {
        causes = Set.copyOf(causes);
    }

    /** The source, or the family's "any" while the router is in FAULT for want of one. */
    InetAddress sourceOrAny(AddressFamily family) {
        return source.orElseGet(() -> any(family));
    }

    /** The same with more causes for FAULT. */
    RouterCondition with(Set<FaultCause> more) {
        if (more.isEmpty()) {
            return this;
        }
        Set<FaultCause> all = new HashSet<>(causes);
        all.addAll(more);
        return new RouterCondition(priority, source, all, settling);
    }

    /** Looks at the interfaces, and at what is tracked by name. */
    static RouterCondition of(RouterConfiguration configuration, Surroundings surroundings) {
        LinkTable links = surroundings.links();
        VrrpInstance instance = configuration.instance();
        AdvertChannel channel = configuration.channel();
        LinkTracking.Assessment assessment =
                LinkTracking.assess(instance, configuration.grouped(), surroundings.steady()::condition);
        Set<FaultCause> causes = new HashSet<>(assessment.causes());
        Optional<InetAddress> source = source(instance, links, surroundings.virtualAddresses());
        Link link = links.link(channel.interfaceName());
        if (link != null || channel.anyInterface()) {
            if (source.isEmpty()) {
                causes.add(new FaultCause.NoSourceAddress(sourceInterface(instance), channel.family()));
            }
            InetAddress tracked = tracked(instance);
            if (tracked != null && !links.has(tracked)) {
                causes.add(new FaultCause.SourceMissing(tracked));
            }
            if (instance.unicast().has(UnicastSettings.Flag.FAULT_WITHOUT_PEER)) {
                causes.add(new FaultCause.NoPeers());
            }
            if (link != null && channel.group() != null && !link.flags().multicast()) {
                causes.add(new FaultCause.NoMulticast(channel.interfaceName()));
            }
            if (surroundings.sockets().ready(channel) == null
                    && !surroundings.sockets().pending(channel)) {
                causes.add(new FaultCause.NoSocket(channel.interfaceName()));
            }
        }
        ObjectTracking.Assessment tracked =
                ObjectTracking.assess(instance.tracking().objects(), surroundings.trackers()::get);
        causes.addAll(tracked.causes());
        int priority = EffectivePriority.of(instance.priority(), assessment.weight() + tracked.weight());
        boolean settling = source.isEmpty() && link != null && link.usable() && links.sourcePending(channel.segment());
        return new RouterCondition(priority, source, causes, settling);
    }

    /** {@code track_src_ip}: the address that the machine must have. */
    private static @Nullable InetAddress tracked(VrrpInstance instance) {
        return instance.advert().has(AdvertSettings.Flag.TRACK_SOURCE)
                ? instance.advert().source()
                : null;
    }

    /** An owner's interface may have no address but the virtual one. */
    private static Optional<InetAddress> source(
            VrrpInstance instance, LinkTable links, Set<InetAddress> virtualAddresses) {
        InetAddress configured = instance.advert().source();
        AddressFamily family = instance.key().family();
        if (configured != null && AddressFamily.of(configured) == family) {
            return Optional.of(configured);
        }
        AdvertChannel.Segment segment = new AdvertChannel.Segment(sourceInterface(instance), family);
        Optional<InetAddress> own = links.source(segment, virtualAddresses);
        return own.isEmpty() && instance.owner() ? links.source(segment, Set.of()) : own;
    }

    /** Adverts over IPv4 carry the address of the interface below, for a virtual one has none but the virtual addresses. */
    private static String sourceInterface(VrrpInstance instance) {
        VirtualInterface own = instance.interfaces().own();
        boolean ownAddress = own != null && (own.address() != null || own.family() == AddressFamily.IPV6);
        return ownAddress ? instance.advertInterface() : instance.key().interfaceName();
    }

    private static InetAddress any(AddressFamily family) {
        try {
            return InetAddress.getByAddress(new byte[family == AddressFamily.IPV4 ? IPV4_LENGTH : IPV6_LENGTH]);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
