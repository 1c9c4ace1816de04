package dev.pollux.ipvs.fullnat;

import dev.pollux.grammar.model.LocalAddress;
import dev.pollux.linux.route.InterfaceAddress;
import dev.pollux.linux.route.Link;
import java.net.InetAddress;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Where a local address belongs: on the interface that the file names, else on the one whose subnet it is in. */
final class InterfaceChoice {

    private final List<Link> links;
    private final List<InterfaceAddress> addresses;

    InterfaceChoice(List<Link> links, List<InterfaceAddress> addresses) {
        this.links = links;
        this.addresses = addresses;
    }

    /** The interface; empty where there is none. */
    Optional<Link> of(LocalAddress local) {
        if (local.interfaceName() != null) {
            return links.stream()
                    .filter(link -> link.name().equals(local.interfaceName()))
                    .findFirst();
        }
        return addresses.stream()
                .filter(present -> contains(present, local.address()))
                .max(Comparator.comparingInt(InterfaceAddress::prefixLength))
                .flatMap(present -> links.stream()
                        .filter(link -> link.index() == present.interfaceIndex())
                        .findFirst());
    }

    private static boolean contains(InterfaceAddress subnet, InetAddress address) {
        byte[] one = subnet.address().getAddress();
        byte[] other = address.getAddress();
        if (one.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < subnet.prefixLength(); bit++) {
            int mask = 0x80 >> bit % 8;
            if ((one[bit / 8] & mask) != (other[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
