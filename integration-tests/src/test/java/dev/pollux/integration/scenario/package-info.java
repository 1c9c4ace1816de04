/** What a pair of directors must show, each scenario on real sockets, addresses and signals, timed on the wire. */
@NullMarked
package dev.pollux.integration.scenario;

import org.jspecify.annotations.NullMarked;
