package dev.pollux.ipvs;

import dev.pollux.grammar.model.RealServerKey;
import dev.pollux.grammar.model.VirtualServer;

/**
 * A real server went up or down.
 *
 * @param virtualServer as configured at that time
 * @param name the real server as keepalived writes it: {@code [192.0.2.2]:tcp:80}
 * @param reason for people
 */
public record RealServerChange(
        VirtualServer virtualServer, RealServerKey realServer, String name, boolean up, String reason) {}
