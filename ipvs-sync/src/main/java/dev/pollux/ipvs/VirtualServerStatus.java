package dev.pollux.ipvs;

import dev.pollux.grammar.model.VirtualServer;
import dev.pollux.ipvs.kernel.TrafficStatistics;
import java.util.List;

/**
 * A virtual server now.
 *
 * @param aliveWeight sum of the weights of the living real servers, held against the quorum
 * @param sorryServerServes the sorry server stands in for all real servers
 * @param traffic of all its services together, when the kernel was last read
 * @param realServers in file order
 */
public record VirtualServerStatus(
        VirtualServer configured,
        boolean quorumUp,
        long aliveWeight,
        boolean sorryServerServes,
        History quorum,
        TrafficStatistics traffic,
        List<RealServerStatus> realServers) {

    public VirtualServerStatus {
        realServers = List.copyOf(realServers);
    }
}
