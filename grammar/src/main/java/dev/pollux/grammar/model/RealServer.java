package dev.pollux.grammar.model;

import java.util.List;

/**
 * One {@code real_server} of a virtual server.
 *
 * @param weight 0 to 2^31-1
 * @param inhibitOnFailure {@code inhibit_on_failure}: a failed server stays in the table with weight 0
 * @param upperThreshold {@code uthreshold}: connections above which the kernel sends no new ones; 0: no limit
 * @param lowerThreshold {@code lthreshold}: connections below which it sends new ones again; 0: the kernel's default
 * @param alerts who is told when it goes up or down
 * @param checkers in file order; empty: the server always counts as up
 */
public record RealServer(
        RealServerKey key,
        int weight,
        Forwarding forwarding,
        boolean inhibitOnFailure,
        long upperThreshold,
        long lowerThreshold,
        ServerAlerts alerts,
        List<Checker> checkers) {

    public RealServer {
        checkers = List.copyOf(checkers);
    }
}
