package dev.pollux.vrrp;

import dev.pollux.grammar.model.VrrpSyncGroup;
import dev.pollux.vrrp.machine.FaultCause;
import dev.pollux.vrrp.machine.RouterEvent;
import dev.pollux.vrrp.machine.RouterState;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** All sync groups of the configuration. Owned by the {@code vrrp} loop. */
final class SyncGroups {

    private final RouterServices services;
    private final Map<String, SyncGroup> groups = new LinkedHashMap<>();
    private List<VrrpSyncGroup> configured = List.of();

    SyncGroups(RouterServices services) {
        this.services = services;
    }

    List<VrrpSyncGroup> configured() {
        return configured;
    }

    Iterable<SyncGroup> all() {
        return groups.values();
    }

    /** Tells the listener what changed by members that came or went. */
    void publish() {
        groups.values().forEach(SyncGroup::publish);
    }

    /** Puts routers into their groups anew; a group of the same name keeps its state. */
    void set(List<VrrpSyncGroup> next, Collection<VirtualRouter> routers) {
        configured = next;
        Map<String, VirtualRouter> byName =
                routers.stream().collect(Collectors.toMap(VirtualRouter::name, router -> router));
        routers.forEach(router -> router.setSyncGroup(null));
        Map<String, SyncGroup> before = new HashMap<>(groups);
        groups.clear();
        for (VrrpSyncGroup wanted : next) {
            SyncGroup group = before.getOrDefault(wanted.name(), new SyncGroup(wanted.name(), services));
            List<VirtualRouter> members = wanted.members().stream()
                    .filter(byName::containsKey)
                    .map(byName::get)
                    .toList();
            group.setMembers(members);
            members.forEach(member -> member.setSyncGroup(group));
            groups.put(wanted.name(), group);
        }
        routers.forEach(this::leaveOldGroup);
        groups.values().forEach(group -> services.dispatcher().settle(group, services.now()));
    }

    /** A router that left its group, or whose group is gone, is not held in FAULT by it any more. */
    private void leaveOldGroup(VirtualRouter router) {
        if (router.state() instanceof RouterState.Fault fault) {
            for (FaultCause cause : fault.causes()) {
                if (cause instanceof FaultCause.SyncGroup group
                        && !group.group().equals(router.configuration().syncGroup())) {
                    services.dispatcher().tell(router, new RouterEvent.Cleared(services.now(), cause));
                }
            }
        }
    }
}
