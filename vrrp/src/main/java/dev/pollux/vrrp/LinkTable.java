package dev.pollux.vrrp;

import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.linux.route.AddressFlags;
import dev.pollux.linux.route.InterfaceAddress;
import dev.pollux.linux.route.Link;
import dev.pollux.linux.route.RouteEvent;
import dev.pollux.vrrp.address.Binding;
import dev.pollux.vrrp.machine.LinkCondition;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Interfaces and their addresses, as the kernel's notifications tell. Owned by the {@code vrrp} loop. */
final class LinkTable {

    private static final int UNUSABLE = AddressFlags.TENTATIVE | AddressFlags.DAD_FAILED;

    private final Map<Integer, Link> links = new HashMap<>();
    private final Map<String, Link> byName = new HashMap<>();
    private final Map<Integer, List<InterfaceAddress>> addresses = new HashMap<>();

    /** Everything there is, from a dump. */
    void load(List<Link> allLinks, List<InterfaceAddress> allAddresses) {
        links.clear();
        byName.clear();
        addresses.clear();
        allLinks.forEach(this::put);
        allAddresses.forEach(this::put);
    }

    void apply(RouteEvent event) {
        if (event instanceof RouteEvent.LinkChanged changed) {
            put(changed.link());
        } else if (event instanceof RouteEvent.LinkRemoved removed) {
            remove(removed.link().index());
            addresses.remove(removed.link().index());
        } else if (event instanceof RouteEvent.AddressAdded added) {
            put(added.address());
        } else if (event instanceof RouteEvent.AddressRemoved removed) {
            addresses
                    .getOrDefault(removed.address().interfaceIndex(), new ArrayList<>())
                    .removeIf(address -> same(address, removed.address()));
        }
    }

    @Nullable
    Link link(String name) {
        return byName.get(name);
    }

    @Nullable
    Link link(int index) {
        return links.get(index);
    }

    /** Finds interfaces by their names of the moment. */
    Binding binding() {
        return new Binding(name -> {
            Link link = byName.get(name);
            return link == null ? 0 : link.index();
        });
    }

    LinkCondition condition(String name) {
        Link link = byName.get(name);
        if (link == null) {
            return LinkCondition.MISSING;
        }
        return link.usable() ? LinkCondition.UP : LinkCondition.DOWN;
    }

    /**
     * The interface's own address: the primary IPv4 address, or the first link-local IPv6 address that can be used.
     *
     * @param excluded never chosen
     */
    Optional<InetAddress> source(AdvertChannel.Segment segment, Set<InetAddress> excluded) {
        return candidates(segment)
                .filter(address -> !excluded.contains(address.address()))
                .filter(address -> segment.family() == AddressFamily.IPV4 || !address.hasFlag(UNUSABLE))
                .min(Comparator.comparing(LinkTable::secondary))
                .map(InterfaceAddress::address);
    }

    /** Whether the interface will have a link-local address as soon as the kernel knows that nobody else has it. */
    boolean sourcePending(AdvertChannel.Segment segment) {
        return candidates(segment)
                .anyMatch(address ->
                        address.hasFlag(AddressFlags.TENTATIVE) && !address.hasFlag(AddressFlags.DAD_FAILED));
    }

    /** Whether the machine has the address. */
    boolean has(InetAddress address) {
        return addresses.values().stream().flatMap(List::stream).anyMatch(there -> there.address()
                .equals(address));
    }

    private Stream<InterfaceAddress> candidates(AdvertChannel.Segment segment) {
        Link link = byName.get(segment.interfaceName());
        return link == null
                ? Stream.empty()
                : addresses.getOrDefault(link.index(), List.of()).stream()
                        .filter(address -> AddressFamily.of(address.address()) == segment.family())
                        .filter(address -> segment.family() == AddressFamily.IPV4
                                || address.address().isLinkLocalAddress());
    }

    private static boolean secondary(InterfaceAddress address) {
        return address.hasFlag(AddressFlags.SECONDARY);
    }

    /** An interface may change its name and keep its index. */
    private void put(Link link) {
        remove(link.index());
        links.put(link.index(), link);
        byName.put(link.name(), link);
    }

    private void remove(int index) {
        Link old = links.remove(index);
        if (old != null) {
            byName.remove(old.name(), old);
        }
    }

    private void put(InterfaceAddress address) {
        List<InterfaceAddress> all = addresses.computeIfAbsent(address.interfaceIndex(), index -> new ArrayList<>());
        for (int i = 0; i < all.size(); i++) {
            if (same(all.get(i), address)) {
                all.set(i, address);
                return;
            }
        }
        all.add(address);
    }

    private static boolean same(InterfaceAddress a, InterfaceAddress b) {
        return a.address().equals(b.address()) && a.prefixLength() == b.prefixLength();
    }
}
