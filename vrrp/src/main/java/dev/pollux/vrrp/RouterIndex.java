package dev.pollux.vrrp;

import dev.pollux.vrrp.packet.AdvertCodec;
import dev.pollux.vrrp.packet.Ipv4Packet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the virtual router that a packet is for, by interface and VRID. Owned by the {@code vrrp} loop. */
final class RouterIndex {

    private static final int VIRTUAL_ROUTER_IDS = 256;

    private final Map<String, @Nullable VirtualRouter[]> byInterface = new HashMap<>();
    private long malformed;
    private long unknown;

    /** Replaces all routers. */
    void set(Collection<VirtualRouter> routers) {
        byInterface.clear();
        for (VirtualRouter router : routers) {
            byInterface
                    .computeIfAbsent(router.key().interfaceName(), name -> new VirtualRouter[VIRTUAL_ROUTER_IDS])[
                    router.key().virtualRouterId()] = router;
        }
    }

    /** Takes a packet to its router; one that is nobody's is counted. */
    void deliver(AdvertSocket socket, @Nullable Ipv4Packet packet, long receivedAt) {
        int virtualRouterId = packet == null ? -1 : AdvertCodec.virtualRouterId(packet.payload());
        if (packet == null || virtualRouterId < 0) {
            malformed++;
            return;
        }
        @Nullable VirtualRouter[] routers = byInterface.get(socket.link().name());
        VirtualRouter router = routers == null ? null : routers[virtualRouterId];
        if (router == null) {
            unknown++;
        } else {
            router.receive(packet, receivedAt);
        }
    }

    StrayCounts strays() {
        return new StrayCounts(malformed, unknown);
    }
}
