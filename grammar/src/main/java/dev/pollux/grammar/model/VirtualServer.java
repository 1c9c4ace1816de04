package dev.pollux.grammar.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One {@code virtual_server}: services that share their real servers.
 *
 * @param services what stands in the kernel's table for it: one, or one for each address of a group
 * @param realServers in file order, keys unique, at least one
 * @param sorryServer serves while the quorum is lost; null: none
 */
public record VirtualServer(
        VirtualServerKey key,
        List<ServiceKey> services,
        ServiceSettings settings,
        QuorumSettings quorum,
        List<RealServer> realServers,
        @Nullable SorryServer sorryServer) {

    public VirtualServer {
        services = List.copyOf(services);
        realServers = List.copyOf(realServers);
    }
}
