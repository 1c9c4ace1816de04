package dev.pollux.director.realserver;

import dev.pollux.director.host.HostFacts;
import dev.pollux.director.host.NetworkFacts;
import dev.pollux.grammar.model.AddressText;
import dev.pollux.linux.route.InterfaceAddress;
import java.net.Inet6Address;
import java.net.InetAddress;

/**
 * The virtual address, alone (/32, /128), where no neighbour asks for it. Over IPv6 without duplicate address detection,
 * which would find the director, and never as the source of what the server itself sends.
 *
 * @param device where it goes; another one without ARP does as well
 */
public record HeldAddress(InetAddress address, String device) implements Step {

    @Override
    public String command() {
        return "ip address replace " + prefix() + " dev " + device + (isIpv6() ? " nodad preferred_lft 0" : "");
    }

    @Override
    public boolean taken(HostFacts facts) {
        NetworkFacts network = facts.network();
        return network.holdings(address).stream()
                .anyMatch(held -> isWhole(held)
                        && NetworkFacts.usable(held)
                        && network.link(held.interfaceIndex())
                                .filter(link -> link.flags().up() && !NetworkFacts.isLan(link))
                                .isPresent());
    }

    @Override
    public String undo(HostFacts before) {
        return reverse();
    }

    @Override
    public String reverse() {
        return "ip address del " + prefix() + " dev " + device;
    }

    private boolean isIpv6() {
        return address instanceof Inet6Address;
    }

    private static boolean isWhole(InterfaceAddress held) {
        return held.prefixLength() == held.address().getAddress().length * Byte.SIZE;
    }

    private String prefix() {
        return AddressText.of(address) + "/" + address.getAddress().length * Byte.SIZE;
    }
}
