package dev.pollux.healthcheck;

import dev.pollux.grammar.model.RealServerKey;
import dev.pollux.grammar.model.VirtualServerKey;

/**
 * One checker of one real server of one virtual server.
 *
 * @param index its place among the real server's checkers in the file, from 0
 */
public record CheckerKey(VirtualServerKey virtualServer, RealServerKey realServer, int index) {}
