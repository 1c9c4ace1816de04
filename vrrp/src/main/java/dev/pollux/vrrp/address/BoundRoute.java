package dev.pollux.vrrp.address;

import dev.pollux.grammar.model.RouteText;
import dev.pollux.grammar.model.VirtualRoute;
import dev.pollux.linux.route.NetworkEntry;
import dev.pollux.linux.route.Route;

/**
 * A virtual route and the interfaces that its names mean at the moment.
 *
 * @param inKernel the same with the indexes of interfaces
 */
public record BoundRoute(VirtualRoute route, Route inKernel) implements BoundEntry {

    @Override
    public boolean isAt(NetworkEntry there) {
        return there instanceof Route other && inKernel.isAt(other);
    }

    @Override
    public boolean tracked() {
        return route.tracked();
    }

    @Override
    public String removal() {
        return "route del " + RouteText.removal(route);
    }

    @Override
    public String toString() {
        return "route " + route;
    }
}
