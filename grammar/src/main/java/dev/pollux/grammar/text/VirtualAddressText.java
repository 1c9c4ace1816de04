package dev.pollux.grammar.text;

import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.AddressFlag;
import dev.pollux.grammar.model.AddressText;
import dev.pollux.grammar.model.VirtualAddress;

/** A line of {@code virtual_ipaddress}, with its interface. */
final class VirtualAddressText {

    private VirtualAddressText() {}

    static String of(VirtualAddress address) {
        return of(address, address.interfaceName());
    }

    /** With another interface than the address's. */
    static String of(VirtualAddress address, String interfaceName) {
        StringBuilder line = new StringBuilder(AddressText.of(address.address()));
        line.append('/').append(address.prefixLength());
        line.append(" dev ").append(Lines.quoted(interfaceName));
        if (address.scope() != 0) {
            line.append(" scope ").append(address.scope());
        }
        if (address.broadcast() != null) {
            line.append(" brd ").append(AddressText.of(address.broadcast()));
        }
        if (address.label() != null) {
            line.append(" label ").append(Lines.quoted(address.label()));
        }
        if (address.peer() != null) {
            line.append(" peer ").append(AddressText.of(address.peer()));
        }
        if (address.preferredLifetime() != null) {
            line.append(" preferred_lft ").append(address.preferredLifetime());
        } else if (address.prefixLength() == AddressFamily.IPV6.bits()) {
            // A single IPv6 address has no preferred lifetime unless one is written.
            line.append(" preferred_lft forever");
        }
        for (AddressFlag flag : AddressFlag.values()) {
            line.append(address.flags().contains(flag) ? " " + flag.keyword() : "");
        }
        return line.toString();
    }
}
