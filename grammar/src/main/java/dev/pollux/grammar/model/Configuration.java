package dev.pollux.grammar.model;

import java.util.List;

/**
 * Everything one reading of a keepalived.conf asks for.
 *
 * @param vrrpInstances in file order, names unique
 * @param syncGroups in file order; members exist and belong to one group only
 * @param virtualServers in file order, keys unique
 * @param statics addresses, routes and rules that follow nobody
 */
public record Configuration(
        GlobalSettings global,
        List<VrrpInstance> vrrpInstances,
        List<VrrpSyncGroup> syncGroups,
        List<VirtualServer> virtualServers,
        Trackers trackers,
        StaticSettings statics) {

    public Configuration {
        vrrpInstances = List.copyOf(vrrpInstances);
        syncGroups = List.copyOf(syncGroups);
        virtualServers = List.copyOf(virtualServers);
    }

    /** One without static addresses, routes and rules. */
    public Configuration(
            GlobalSettings global,
            List<VrrpInstance> vrrpInstances,
            List<VrrpSyncGroup> syncGroups,
            List<VirtualServer> virtualServers,
            Trackers trackers) {
        this(global, vrrpInstances, syncGroups, virtualServers, trackers, StaticSettings.NONE);
    }

    /** The same with other virtual servers. */
    public Configuration withVirtualServers(List<VirtualServer> servers) {
        return new Configuration(global, vrrpInstances, syncGroups, servers, trackers, statics);
    }

    /** A configuration that asks for nothing: what a director runs before its first load. */
    public static Configuration empty() {
        return new Configuration(GlobalSettings.defaults(), List.of(), List.of(), List.of(), Trackers.none());
    }
}
