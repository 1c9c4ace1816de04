package dev.pollux.grammar.model;

import java.util.List;

/**
 * {@code vrrp_sync_group}: instances that change state together.
 *
 * @param members names of instances, in file order
 */
public record VrrpSyncGroup(String name, List<String> members, NotifySettings notifications) {

    public VrrpSyncGroup {
        members = List.copyOf(members);
    }
}
