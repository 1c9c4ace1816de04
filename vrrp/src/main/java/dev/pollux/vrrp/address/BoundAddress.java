package dev.pollux.vrrp.address;

import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.VirtualAddress;
import dev.pollux.linux.route.AddressFlags;
import dev.pollux.linux.route.InterfaceAddress;

/**
 * A virtual address and the interface that its name means at the moment.
 *
 * @param interfaceIndex a new interface of the same name has another index, and so is another place
 */
public record BoundAddress(VirtualAddress address, int interfaceIndex) {

    InterfaceAddress toInterfaceAddress() {
        String label = address.label();
        return InterfaceAddress.of(interfaceIndex, address.address(), address.prefixLength())
                .withScope(address.scope())
                .withBroadcast(address.broadcast())
                .withLabel(label == null ? "" : label)
                .withFlags(address.family() == AddressFamily.IPV6 ? AddressFlags.NO_DAD : 0);
    }

    boolean isAt(InterfaceAddress other) {
        return other.interfaceIndex() == interfaceIndex && other.address().equals(address.address());
    }

    /** For people: {@code 192.0.2.1/24 dev eth0}. */
    @Override
    public String toString() {
        return address.address().getHostAddress() + "/" + address.prefixLength() + " dev " + address.interfaceName();
    }
}
