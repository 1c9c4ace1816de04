package dev.pollux.grammar.model;

import java.util.List;

/**
 * Everything one reading of a keepalived.conf asks for.
 *
 * @param vrrpInstances in file order, names unique
 * @param syncGroups in file order; members exist and belong to one group only
 * @param virtualServers in file order, keys unique
 * @param statics addresses, routes and rules that follow nobody
 * @param bfdInstances in file order, also those that nobody tracks: the neighbours want them
 * @param tls what HTTPS checks show of themselves; every {@code SSL_GET} has it as well
 * @param others what no engine reads yet
 */
public record Configuration(
        GlobalSettings global,
        List<VrrpInstance> vrrpInstances,
        List<VrrpSyncGroup> syncGroups,
        List<VirtualServer> virtualServers,
        Trackers trackers,
        StaticSettings statics,
        List<BfdInstance> bfdInstances,
        TlsIdentity tls,
        OtherSettings others) {

    public Configuration {
        bfdInstances = List.copyOf(bfdInstances);
        vrrpInstances = List.copyOf(vrrpInstances);
        syncGroups = List.copyOf(syncGroups);
        virtualServers = List.copyOf(virtualServers);
    }

    /** One without BFD, and with nothing but what engines read. */
    public Configuration(
            GlobalSettings global,
            List<VrrpInstance> vrrpInstances,
            List<VrrpSyncGroup> syncGroups,
            List<VirtualServer> virtualServers,
            Trackers trackers,
            StaticSettings statics) {
        this(
                global,
                vrrpInstances,
                syncGroups,
                virtualServers,
                trackers,
                statics,
                List.of(),
                TlsIdentity.NONE,
                OtherSettings.NONE);
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
        return new Configuration(
                global, vrrpInstances, syncGroups, servers, trackers, statics, bfdInstances, tls, others);
    }

    /** A configuration that asks for nothing: what a director runs before its first load. */
    public static Configuration empty() {
        return new Configuration(GlobalSettings.defaults(), List.of(), List.of(), List.of(), Trackers.none());
    }
}
