package dev.pollux.ipvs;

import dev.pollux.grammar.model.VirtualServer;

/**
 * A virtual server gained or lost its quorum.
 *
 * @param virtualServer as configured at that time
 * @param reason for people, as in keepalived's mails: {@code Gained quorum 1+0=1 <= 3}
 */
public record QuorumChange(VirtualServer virtualServer, boolean up, String reason) {}
