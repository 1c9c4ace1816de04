package dev.pollux.grammar.model;

import org.jspecify.annotations.Nullable;

/**
 * An interface that the director makes on another one for a virtual router: {@code use_vmac}, {@code use_ipvlan}.
 *
 * @param name at most 15 characters, of no other virtual interface
 * @param base the interface below
 * @param family of the addresses that it is for
 * @param macAddress six octets with colons in lower case; empty for {@link Kind#IPVLAN}, which has its base's
 * @param mode of {@link Kind#IPVLAN}
 * @param address of {@link Kind#IPVLAN}, to send adverts from; null: none, or the base's
 */
public record VirtualInterface(
        String name,
        String base,
        AddressFamily family,
        Kind kind,
        String macAddress,
        Mode mode,
        @Nullable IpPrefix address) {

    /** A macvlan with the address of RFC 9568 7.3: {@code 00-00-5E-00-01-{VRID}} for IPv4, 02 for IPv6. */
    public static VirtualInterface macvlan(String name, String base, AddressFamily family, String macAddress) {
        return new VirtualInterface(name, base, family, Kind.MACVLAN, macAddress, Mode.PRIVATE, null);
    }

    /** What sort of interface. */
    public enum Kind {
        MACVLAN,
        IPVLAN
    }

    /** How ipvlans on one base reach each other. */
    public enum Mode {
        BRIDGE,
        PRIVATE,
        VEPA
    }
}
