package dev.pollux.director.realserver;

import dev.pollux.director.host.NetworkFacts;
import dev.pollux.grammar.model.AddressText;
import dev.pollux.linux.route.NextHop;
import dev.pollux.linux.route.Route;
import java.net.Inet6Address;
import java.net.InetAddress;

/** The words that change a route. */
final class RouteWords {

    private RouteWords() {}

    /** {@code destination} is an address with its prefix length, or {@code default}. */
    static String replace(String destination, InetAddress gateway) {
        return ip(gateway) + " route replace " + destination + " via " + AddressText.of(gateway);
    }

    static String delete(String destination, InetAddress gateway) {
        return ip(gateway) + " route del " + destination + " via " + AddressText.of(gateway);
    }

    /** What makes a route as it was, as far as a gateway, an interface and a metric say it. */
    static String restore(String destination, Route former, NetworkFacts network) {
        StringBuilder words = new StringBuilder(former.key().destination().isIpv6() ? "ip -6" : "ip");
        words.append(" route replace ").append(destination);
        former.nextHops().stream().findFirst().map(NextHop::gateway).ifPresent(gateway -> words.append(" via ")
                .append(AddressText.of(gateway)));
        network.linkOf(former).ifPresent(link -> words.append(" dev ").append(link.name()));
        if (former.key().metric() != 0) {
            words.append(" metric ").append(former.key().metric());
        }
        return words.toString();
    }

    /** Whether a route leads by way of the gateway. */
    static boolean leadsBy(Route route, InetAddress gateway) {
        return route.nextHops().stream().anyMatch(hop -> gateway.equals(hop.gateway()));
    }

    private static String ip(InetAddress address) {
        return address instanceof Inet6Address ? "ip -6" : "ip";
    }
}
