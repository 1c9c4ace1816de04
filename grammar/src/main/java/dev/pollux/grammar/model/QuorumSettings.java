package dev.pollux.grammar.model;

/**
 * When a virtual server counts as up.
 *
 * @param quorum {@code quorum}: total weight of live real servers that is needed, 1 or more
 * @param hysteresis {@code hysteresis}: lost below quorum - hysteresis, gained at quorum + hysteresis
 * @param alpha {@code alpha}: real servers are down until their first check succeeds
 * @param omega {@code omega}: notifications are also sent for servers taken out when the director stops
 */
public record QuorumSettings(int quorum, int hysteresis, boolean alpha, boolean omega) {}
