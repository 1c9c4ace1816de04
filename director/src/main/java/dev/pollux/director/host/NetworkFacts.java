package dev.pollux.director.host;

import dev.pollux.linux.route.AddressFlags;
import dev.pollux.linux.route.InterfaceAddress;
import dev.pollux.linux.route.Link;
import dev.pollux.linux.route.NextHop;
import dev.pollux.linux.route.Prefix;
import dev.pollux.linux.route.Route;
import dev.pollux.linux.route.RouteKey;
import dev.pollux.linux.route.RouteType;
import java.net.InetAddress;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Interfaces and what they lead to.
 *
 * @param udpPorts that something in this namespace receives on, be it the kernel
 */
public record NetworkFacts(
        List<Link> links, List<InterfaceAddress> addresses, List<Route> routes, Set<Integer> udpPorts) {

    public NetworkFacts {
        links = List.copyOf(links);
        addresses = List.copyOf(addresses);
        routes = List.copyOf(routes);
        udpPorts = Set.copyOf(udpPorts);
    }

    public Optional<Link> link(String name) {
        return links.stream().filter(link -> link.name().equals(name)).findFirst();
    }

    public Optional<Link> link(int index) {
        return links.stream().filter(link -> link.index() == index).findFirst();
    }

    /** Where an address stands: on no interface, or on several. */
    public List<InterfaceAddress> holdings(InetAddress address) {
        return addresses.stream().filter(held -> held.address().equals(address)).toList();
    }

    public boolean holds(InetAddress address) {
        return !holdings(address).isEmpty();
    }

    /** The interfaces on which ARP is asked and answered: up, with link-layer addresses. */
    public List<Link> lans() {
        return links.stream().filter(NetworkFacts::isLan).toList();
    }

    /** Whether neighbours can ask for addresses there. */
    public static boolean isLan(Link link) {
        return link.flags().up()
                && !link.flags().loopback()
                && !link.flags().noArp()
                && link.hardwareAddress().length() == 6;
    }

    /** What packets to an address take in the main table; empty: nothing leads there. Rules and marks are not looked at. */
    public Optional<Route> routeTo(InetAddress address) {
        return routes.stream()
                .filter(route -> isOrdinary(route) && covers(route.key().destination(), address))
                .max(Comparator.comparingInt(
                                (Route route) -> route.key().destination().length())
                        .thenComparing(Comparator.comparingLong(
                                        (Route route) -> route.key().metric())
                                .reversed()));
    }

    /** The default routes of a family, the one that is taken first. */
    public List<Route> defaultRoutes(boolean ipv6) {
        return routes.stream()
                .filter(route -> isOrdinary(route)
                        && route.key().destination().length() == 0
                        && route.key().destination().isIpv6() == ipv6)
                .sorted(Comparator.comparingLong(route -> route.key().metric()))
                .toList();
    }

    /** The interface that packets to an address leave by. */
    public Optional<Link> linkTowards(InetAddress address) {
        return routeTo(address).flatMap(this::linkOf);
    }

    /** The interface that a route's first next hop leads over. */
    public Optional<Link> linkOf(Route route) {
        return route.nextHops().stream()
                .findFirst()
                .map(NextHop::interfaceIndex)
                .flatMap(this::link);
    }

    /** The interface in whose subnet an address lies. */
    public Optional<Link> linkNextTo(InetAddress neighbour) {
        return addresses.stream()
                .filter(own -> own.prefixLength() > 0
                        && own.prefixLength() < neighbour.getAddress().length * Byte.SIZE
                        && covers(new Prefix(own.address(), own.prefixLength()), neighbour))
                .max(Comparator.comparingInt(InterfaceAddress::prefixLength))
                .flatMap(own -> link(own.interfaceIndex()));
    }

    /** Whether the address may be used: duplicate address detection neither failed nor goes on. */
    public static boolean usable(InterfaceAddress address) {
        return address.address().getAddress().length == Integer.BYTES
                || !(address.hasFlag(AddressFlags.DAD_FAILED) || address.hasFlag(AddressFlags.TENTATIVE));
    }

    /** Whether the prefix has the address. */
    public static boolean covers(Prefix prefix, InetAddress address) {
        byte[] pattern = prefix.address().getAddress();
        byte[] bytes = address.getAddress();
        if (pattern.length != bytes.length) {
            return false;
        }
        for (int bit = 0; bit < prefix.length(); bit++) {
            int mask = 0x80 >> bit % Byte.SIZE;
            if (((pattern[bit / Byte.SIZE] ^ bytes[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOrdinary(Route route) {
        return route.key().table() == RouteKey.MAIN_TABLE
                && route.type() == RouteType.UNICAST
                && route.source() == null
                && route.key().typeOfService() == 0;
    }
}
