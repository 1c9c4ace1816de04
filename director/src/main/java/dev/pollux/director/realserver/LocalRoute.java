package dev.pollux.director.realserver;

import dev.pollux.director.host.HostFacts;
import dev.pollux.grammar.model.AddressText;
import java.net.InetAddress;

/** A way to one of the director's local addresses, which answers under FULLNAT are sent to. */
public record LocalRoute(InetAddress address, InetAddress gateway) implements Step {

    @Override
    public String command() {
        return RouteWords.replace(prefix(), gateway);
    }

    @Override
    public boolean taken(HostFacts facts) {
        return facts.network()
                .routeTo(address)
                .filter(route -> RouteWords.leadsBy(route, gateway))
                .isPresent();
    }

    @Override
    public String undo(HostFacts before) {
        return before.network()
                .routeTo(address)
                .filter(route -> route.key().destination().length() == bits())
                .map(route -> RouteWords.restore(prefix(), route, before.network()))
                .orElseGet(this::reverse);
    }

    @Override
    public String reverse() {
        return RouteWords.delete(prefix(), gateway);
    }

    private String prefix() {
        return AddressText.of(address) + "/" + bits();
    }

    private int bits() {
        return address.getAddress().length * Byte.SIZE;
    }
}
