package dev.pollux.ipvs.fullnat;

import dev.pollux.grammar.model.AddressText;
import dev.pollux.grammar.model.LocalAddress;
import dev.pollux.grammar.model.Repair;
import dev.pollux.ipvs.ruleset.Problems;
import dev.pollux.linux.netlink.NetlinkException;
import dev.pollux.linux.route.AddressFlags;
import dev.pollux.linux.route.InterfaceAddress;
import dev.pollux.linux.route.Link;
import dev.pollux.linux.route.RouteClient;
import dev.pollux.linux.syscall.Errno;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps standing local addresses on their interfaces. Those that were there already belong to whoever put them there and stay
 * when the director ends. Owned by the {@code host} loop.
 */
final class AddressKeeper {

    private static final Logger log = LoggerFactory.getLogger(AddressKeeper.class);

    private final AddressRecord record;
    private final Problems problems;
    private final Map<InetAddress, String> ours = new LinkedHashMap<>();
    private final Set<InetAddress> seen = new HashSet<>();
    private boolean remembered;

    AddressKeeper(AddressRecord record, Problems problems) {
        this.record = record;
        this.problems = problems;
    }

    /**
     * Adds what is missing, removes what is ours and no longer wanted.
     *
     * @param repair what becomes of addresses that somebody else has removed
     * @return how many addresses somebody else had removed
     */
    int keep(List<LocalAddress> wanted, Repair repair) {
        remember();
        if (wanted.isEmpty() && ours.isEmpty()) {
            return 0;
        }
        try (RouteClient routes = RouteClient.open()) {
            List<Link> links = routes.links();
            List<InterfaceAddress> addresses = routes.addresses();
            remove(wanted, links, routes);
            return add(missing(wanted, addresses, repair), new InterfaceChoice(links, addresses), routes);
        }
    }

    /** Addresses of these that are on an interface. */
    Set<InetAddress> present(Set<InetAddress> of) {
        if (of.isEmpty()) {
            return Set.of();
        }
        try (RouteClient routes = RouteClient.open()) {
            return routes.addresses().stream()
                    .map(InterfaceAddress::address)
                    .filter(of::contains)
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    private void remember() {
        if (!remembered) {
            remembered = true;
            ours.putAll(record.read());
            seen.addAll(ours.keySet());
        }
    }

    private List<LocalAddress> missing(List<LocalAddress> wanted, List<InterfaceAddress> addresses, Repair repair) {
        Set<InetAddress> present =
                addresses.stream().map(InterfaceAddress::address).collect(Collectors.toSet());
        List<LocalAddress> missing = new ArrayList<>();
        for (LocalAddress local : wanted) {
            if (present.contains(local.address())) {
                problems.solved(subject(local));
                seen.add(local.address());
            } else if (repair == Repair.ON || !seen.contains(local.address())) {
                missing.add(local);
            } else if (repair == Repair.OBSERVE) {
                problems.found(subject(local), "was removed from outside");
            }
        }
        return missing;
    }

    private static String subject(LocalAddress local) {
        return "local address " + AddressText.of(local.address());
    }

    private int add(List<LocalAddress> missing, InterfaceChoice choice, RouteClient routes) {
        int restored = 0;
        for (LocalAddress local : missing) {
            Optional<Link> link = choice.of(local);
            if (link.isEmpty()) {
                problems.found(
                        subject(local),
                        local.interfaceName() == null
                                ? "no interface has an address of its subnet; name the interface behind it in"
                                        + " local_address_group"
                                : "there is no interface " + local.interfaceName());
            } else if (add(local, link.get(), routes) && !seen.add(local.address())) {
                log.warn(
                        "{} was removed from outside, it is added to {} again",
                        subject(local),
                        link.get().name());
                restored++;
            }
        }
        return restored;
    }

    private boolean add(LocalAddress local, Link link, RouteClient routes) {
        String subject = subject(local);
        ours.put(local.address(), link.name());
        record.write(ours);
        try {
            routes.addAddress(onLink(local.address(), link));
            problems.solved(subject);
            return true;
        } catch (NetlinkException e) {
            problems.found(subject, "cannot be added to " + link.name() + ": " + e.getMessage());
            return false;
        }
    }

    private void remove(List<LocalAddress> wanted, List<Link> links, RouteClient routes) {
        Set<InetAddress> keep = wanted.stream().map(LocalAddress::address).collect(Collectors.toSet());
        List<InetAddress> leaving = ours.keySet().stream()
                .filter(address -> !keep.contains(address))
                .toList();
        for (InetAddress address : leaving) {
            String device = ours.remove(address);
            links.stream()
                    .filter(link -> link.name().equals(device))
                    .findFirst()
                    .ifPresent(link -> delete(address, link, routes));
            seen.remove(address);
        }
        if (!leaving.isEmpty()) {
            record.write(ours);
        }
    }

    private static void delete(InetAddress address, Link link, RouteClient routes) {
        try {
            routes.deleteAddress(onLink(address, link));
        } catch (NetlinkException e) {
            if (!e.is(Errno.EADDRNOTAVAIL) && !e.is(Errno.ENODEV)) {
                log.warn("Local address {} stays on {}: {}", AddressText.of(address), link.name(), e.getMessage());
            }
        }
    }

    /** For IPv6 at once usable, and never chosen for the director's own connections. */
    private static InterfaceAddress onLink(InetAddress address, Link link) {
        InterfaceAddress plain = InterfaceAddress.of(link.index(), address, address.getAddress().length * 8);
        return address.getAddress().length == 4
                ? plain
                : plain.withFlags(AddressFlags.NO_DAD).withPreferredLifetime(0);
    }
}
