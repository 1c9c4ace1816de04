package dev.pollux.grammar.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One {@code virtual_server}: services that share their real servers.
 *
 * @param services what stands in the kernel's table for it: one, or one for each address of a group
 * @param alerts who is told when its quorum is gained or lost
 * @param onlyWhereHeld {@code ha_suspend}: its servers are checked only while this machine has its address; never by a mark
 * @param realServers in file order, keys unique, at least one
 * @param sorryServer serves while the quorum is lost; null: none
 * @param sourceTranslation null: real servers see the client's address. Else all services are by address, and no flag is
 *     {@link ServiceSettings.Flag#ONE_PACKET}
 */
public record VirtualServer(
        VirtualServerKey key,
        List<ServiceKey> services,
        ServiceSettings settings,
        QuorumSettings quorum,
        QuorumAlerts alerts,
        boolean onlyWhereHeld,
        List<RealServer> realServers,
        @Nullable SorryServer sorryServer,
        @Nullable SourceTranslation sourceTranslation) {

    public VirtualServer {
        services = List.copyOf(services);
        realServers = List.copyOf(realServers);
    }

    /** The same behind other services. */
    public VirtualServer withServices(List<ServiceKey> others) {
        return new VirtualServer(
                key, others, settings, quorum, alerts, onlyWhereHeld, realServers, sorryServer, sourceTranslation);
    }

    /** One whose real servers see the client's address. */
    public VirtualServer(
            VirtualServerKey key,
            List<ServiceKey> services,
            ServiceSettings settings,
            QuorumSettings quorum,
            QuorumAlerts alerts,
            boolean onlyWhereHeld,
            List<RealServer> realServers,
            @Nullable SorryServer sorryServer) {
        this(key, services, settings, quorum, alerts, onlyWhereHeld, realServers, sorryServer, null);
    }
}
