package dev.pollux.ipvs;

import dev.pollux.grammar.model.RealServerKey;
import dev.pollux.grammar.model.VirtualServer;
import dev.pollux.ipvs.policy.Cause;

/**
 * A real server went up or down.
 *
 * @param virtualServer as configured at that time
 * @param name the real server as keepalived writes it: {@code [192.0.2.2]:tcp:80}
 */
public record RealServerChange(
        VirtualServer virtualServer, RealServerKey realServer, String name, boolean up, Cause cause) {}
