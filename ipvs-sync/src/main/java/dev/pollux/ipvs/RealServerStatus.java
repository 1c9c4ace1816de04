package dev.pollux.ipvs;

import dev.pollux.grammar.model.RealServer;
import dev.pollux.ipvs.kernel.DestinationLoad;

/**
 * A real server of a virtual server now.
 *
 * @param name as keepalived writes it: {@code [192.0.2.2]:tcp:80}
 * @param weight the configured one with what checkers add to it
 * @param failedCheckers how many of its checkers count as failed
 * @param load below all services of the virtual server together, when the kernel was last read
 */
public record RealServerStatus(
        RealServer configured,
        String name,
        boolean alive,
        int weight,
        int failedCheckers,
        History history,
        DestinationLoad load) {}
