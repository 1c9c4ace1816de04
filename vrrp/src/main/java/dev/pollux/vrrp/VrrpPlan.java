package dev.pollux.vrrp;

import dev.pollux.grammar.model.FirewallSettings;
import dev.pollux.grammar.model.StaticSettings;
import dev.pollux.grammar.model.VrrpInstance;
import dev.pollux.grammar.model.VrrpSettings;
import dev.pollux.grammar.model.VrrpSyncGroup;
import java.util.List;

/**
 * What a configuration would change. Made by {@link VrrpProxy#prepare}, carried out by {@link VrrpProxy#commit}.
 *
 * @param instances all that shall run
 * @param syncGroups all that shall be
 * @param statics what shall be there besides
 * @param firewall where rules of the packet filter go
 * @param vrrp about all instances together
 * @param lines for people, one for each change; empty: nothing changes
 */
public record VrrpPlan(
        List<VrrpInstance> instances,
        List<VrrpSyncGroup> syncGroups,
        StaticSettings statics,
        FirewallSettings firewall,
        VrrpSettings vrrp,
        List<String> lines) {

    public VrrpPlan {
        instances = List.copyOf(instances);
        syncGroups = List.copyOf(syncGroups);
        lines = List.copyOf(lines);
    }
}
