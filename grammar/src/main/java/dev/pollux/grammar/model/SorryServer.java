package dev.pollux.grammar.model;

/**
 * {@code sorry_server}: stands in, with weight 1, while a virtual server has lost its quorum.
 *
 * @param inhibit {@code sorry_server_inhibit}: it is in the table all the time, with weight 0 while not needed
 */
public record SorryServer(RealServerKey key, Forwarding forwarding, boolean inhibit) {}
