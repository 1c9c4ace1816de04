package dev.pollux.vrrp.link;

import dev.pollux.grammar.model.VirtualInterface;
import dev.pollux.linux.route.Link;
import java.util.Optional;

/**
 * What became of the wish for an interface.
 *
 * @param link empty: it could not be made
 * @param text for the log: what was done, or why it could not be
 */
public record LinkOutcome(VirtualInterface wanted, Optional<Link> link, String text) {}
