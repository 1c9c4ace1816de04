package dev.pollux.vrrp.link;

import dev.pollux.grammar.model.VirtualInterface;
import dev.pollux.linux.route.InterfaceAddress;
import dev.pollux.linux.route.Link;
import java.util.List;
import java.util.Optional;

/**
 * What became of the wish for an interface.
 *
 * @param link empty: it could not be made
 * @param addresses that it was given
 * @param text for the log: what was done, or why it could not be
 */
public record LinkOutcome(VirtualInterface wanted, Optional<Link> link, List<InterfaceAddress> addresses, String text) {

    public LinkOutcome {
        addresses = List.copyOf(addresses);
    }

    static LinkOutcome failure(VirtualInterface wanted, String text) {
        return new LinkOutcome(wanted, Optional.empty(), List.of(), text);
    }
}
