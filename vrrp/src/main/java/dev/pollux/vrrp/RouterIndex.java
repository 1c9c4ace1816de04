package dev.pollux.vrrp;

import dev.pollux.grammar.model.AddressText;
import dev.pollux.vrrp.packet.AdvertCodec;
import dev.pollux.vrrp.packet.IpPacket;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * Finds the virtual router that a packet is for: by interface, family and VRID, and where several share these, by the group or
 * the peer. Owned by the {@code vrrp} loop.
 */
final class RouterIndex {

    private static final int IDS = 256;

    /** For each segment a list by VRID. */
    private final Map<AdvertChannel.Segment, List<List<VirtualRouter>>> bySegment = new HashMap<>();

    private final Set<AdvertChannel> unicast = new HashSet<>();
    private long malformed;
    private long unknown;
    private final Logger log;
    private final RepeatFilter repeats = new RepeatFilter();
    private boolean logUnknown;

    RouterIndex(Logger log) {
        this.log = log;
    }

    /** {@code log_unknown_vrids}: each line once until this is called again. */
    void logUnknown(boolean wanted) {
        logUnknown = wanted;
        repeats.forget();
    }

    /** Replaces all routers. */
    void set(Collection<VirtualRouter> routers) {
        bySegment.clear();
        unicast.clear();
        for (VirtualRouter router : routers) {
            AdvertChannel channel = router.configuration().channel();
            List<List<VirtualRouter>> byId = bySegment.computeIfAbsent(
                    channel.segment(), segment -> new ArrayList<>(Collections.nCopies(IDS, List.of())));
            List<VirtualRouter> same = new ArrayList<>(byId.get(router.key().virtualRouterId()));
            same.add(router);
            byId.set(router.key().virtualRouterId(), same);
            if (channel.group() == null) {
                unicast.add(channel);
            }
        }
    }

    /** Takes a packet to its router; one that is nobody's is counted. */
    void deliver(AdvertSocket socket, @Nullable IpPacket packet, long receivedAt) {
        int virtualRouterId = packet == null ? -1 : AdvertCodec.virtualRouterId(packet);
        if (packet == null || virtualRouterId < 0) {
            malformed++;
            return;
        }
        AdvertChannel channel = socket.channel();
        if (channel.group() != null && !packet.destination().isMulticastAddress() && heardByUnicast(channel)) {
            return;
        }
        List<List<VirtualRouter>> byId = bySegment.get(channel.segment());
        VirtualRouter router = byId == null ? null : choose(byId.get(virtualRouterId), packet);
        if (router != null) {
            router.receive(packet, receivedAt);
        } else if (!channel.anyInterface()) {
            unknown++;
            logUnknown(virtualRouterId, channel, packet);
        }
    }

    private void logUnknown(int virtualRouterId, AdvertChannel channel, IpPacket packet) {
        if (logUnknown) {
            String line = "Unknown VRID(" + virtualRouterId + ") received on interface(" + channel.interfaceName()
                    + ") from " + AddressText.of(packet.source()) + ". ignoring...";
            if (repeats.isNew(line)) {
                log.info("{}", line);
            }
        }
    }

    StrayCounts strays() {
        return new StrayCounts(malformed, unknown);
    }

    /** The same packet comes by the socket for unicast, too. */
    private boolean heardByUnicast(AdvertChannel channel) {
        return unicast.contains(new AdvertChannel(channel.segment(), channel.protocol(), null));
    }

    /** The one that the packet is meant for; else any of them, which will find out what is wrong with it. */
    private static @Nullable VirtualRouter choose(List<VirtualRouter> candidates, IpPacket packet) {
        for (int i = 0; i < candidates.size(); i++) { // no iterator: this is for every advert
            VirtualRouter candidate = candidates.get(i);
            if (candidates.size() == 1 || candidate.configuration().expects(packet.source(), packet.destination())) {
                return candidate;
            }
        }
        return candidates.isEmpty() ? null : candidates.get(0);
    }
}
