package dev.pollux.vrrp.address;

import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.AddressFlag;
import dev.pollux.grammar.model.AddressText;
import dev.pollux.grammar.model.VirtualAddress;
import dev.pollux.linux.route.AddressFlags;
import dev.pollux.linux.route.InterfaceAddress;
import dev.pollux.linux.route.NetworkEntry;
import java.net.InetAddress;

/**
 * A virtual address and the interface that its name means at the moment.
 *
 * @param interfaceIndex a new interface of the same name has another index, and so is another place
 */
public record BoundAddress(VirtualAddress address, int interfaceIndex) implements BoundEntry {

    @Override
    public InterfaceAddress inKernel() {
        String label = address.label();
        Long preferred = address.preferredLifetime();
        return InterfaceAddress.of(interfaceIndex, address.address(), address.prefixLength())
                .withPeer(address.peer())
                .withScope(address.scope())
                .withBroadcast(address.broadcast())
                .withLabel(label == null ? "" : label)
                .withFlags(flags())
                .withPreferredLifetime(preferred == null ? InterfaceAddress.FOREVER : preferred);
    }

    /** A virtual IPv6 address has to be usable at once, so it is not looked for elsewhere first, unless that is asked for. */
    private int flags() {
        boolean detect = address.flags().contains(AddressFlag.DETECT_DUPLICATES);
        int flags = address.family() == AddressFamily.IPV6 && !detect ? AddressFlags.NO_DAD : 0;
        for (AddressFlag flag : address.flags()) {
            flags |= switch (flag) {
                case HOME -> AddressFlags.HOME_ADDRESS;
                case MANAGE_TEMPORARY -> AddressFlags.MANAGE_TEMPORARY;
                case NO_PREFIX_ROUTE -> AddressFlags.NO_PREFIX_ROUTE;
                case AUTO_JOIN -> AddressFlags.AUTO_JOIN;
                case DETECT_DUPLICATES, UNTRACKED, VIRTUAL_MAC -> 0;
            };
        }
        return flags;
    }

    /** However long its prefix is. */
    @Override
    public boolean isAt(NetworkEntry there) {
        return there instanceof InterfaceAddress other
                && other.interfaceIndex() == interfaceIndex
                && other.address().equals(address.address());
    }

    @Override
    public boolean tracked() {
        return address.tracked();
    }

    /** An address that the kernel gives a label or broadcast is found by address, prefix length and interface alone. */
    @Override
    public String removal() {
        return "addr del " + this;
    }

    /** As ip-address(8) writes it: {@code 192.0.2.1/24 dev eth0}. */
    @Override
    public String toString() {
        String own = AddressText.of(address.address());
        InetAddress peer = address.peer();
        String local = peer == null ? own : own + " peer " + AddressText.of(peer);
        return local + "/" + address.prefixLength() + " dev " + address.interfaceName();
    }
}
