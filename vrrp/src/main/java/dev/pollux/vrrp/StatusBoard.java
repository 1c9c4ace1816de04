package dev.pollux.vrrp;

import dev.pollux.grammar.model.VirtualRouterKey;
import dev.pollux.vrrp.machine.StateName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The newest snapshots of all virtual routers and groups. Written by the {@code vrrp} loop, read by any thread. */
final class StatusBoard {

    private volatile List<VirtualRouterStatus> routers = List.of();
    private volatile Map<String, StateName> groups = Map.of();
    private volatile StrayCounts strays = new StrayCounts(0, 0);
    private Map<VirtualRouterKey, VirtualRouterStatus> last = Map.of();

    List<VirtualRouterStatus> routers() {
        return routers;
    }

    Map<String, StateName> groups() {
        return groups;
    }

    StrayCounts strays() {
        return strays;
    }

    /** Takes new snapshots of the routers that changed. */
    void publish(VrrpEngine engine) {
        List<VirtualRouterStatus> all = new ArrayList<>();
        Map<VirtualRouterKey, VirtualRouterStatus> byKey = new HashMap<>();
        for (VirtualRouter router : engine.routers()) {
            VirtualRouterStatus old = last.get(router.key());
            VirtualRouterStatus status = router.takeChanged() || old == null ? router.status() : old;
            all.add(status);
            byKey.put(router.key(), status);
        }
        Map<String, StateName> states = new LinkedHashMap<>();
        engine.groups().forEach(group -> states.put(group.name(), group.state()));
        last = byKey;
        strays = engine.strays();
        routers = List.copyOf(all);
        groups = Map.copyOf(states);
    }
}
