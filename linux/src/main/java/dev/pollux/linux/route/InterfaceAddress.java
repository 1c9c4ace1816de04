package dev.pollux.linux.route;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * An address on an interface.
 *
 * @param prefixLength bits
 * @param peer the other end of a point-to-point link, null on ordinary ones
 * @param broadcast null for none
 * @param scope see {@link AddressScope}
 * @param label IPv4 only: the interface's name, perhaps with {@code :something}; empty leaves it to the kernel
 * @param flags a sum of {@link AddressFlags}
 * @param preferredLifetime seconds; 0: deprecated from the start; {@link #FOREVER}
 */
public record InterfaceAddress(
        int interfaceIndex,
        InetAddress address,
        int prefixLength,
        @Nullable InetAddress peer,
        @Nullable InetAddress broadcast,
        int scope,
        String label,
        int flags,
        long preferredLifetime)
        implements NetworkEntry {

    /** No end to the preferred lifetime ({@code INFINITY_LIFE_TIME} in the kernel). */
    public static final long FOREVER = 0xFFFFFFFFL;

    /** A plain address of global scope. */
    public static InterfaceAddress of(int interfaceIndex, InetAddress address, int prefixLength) {
        return new InterfaceAddress(
                interfaceIndex, address, prefixLength, null, null, AddressScope.GLOBAL, "", 0, FOREVER);
    }

    public InterfaceAddress withPeer(@Nullable InetAddress newPeer) {
        return new InterfaceAddress(
                interfaceIndex, address, prefixLength, newPeer, broadcast, scope, label, flags, preferredLifetime);
    }

    public InterfaceAddress withBroadcast(@Nullable InetAddress newBroadcast) {
        return new InterfaceAddress(
                interfaceIndex, address, prefixLength, peer, newBroadcast, scope, label, flags, preferredLifetime);
    }

    public InterfaceAddress withScope(int newScope) {
        return new InterfaceAddress(
                interfaceIndex, address, prefixLength, peer, broadcast, newScope, label, flags, preferredLifetime);
    }

    public InterfaceAddress withLabel(String newLabel) {
        return new InterfaceAddress(
                interfaceIndex, address, prefixLength, peer, broadcast, scope, newLabel, flags, preferredLifetime);
    }

    public InterfaceAddress withFlags(int newFlags) {
        return new InterfaceAddress(
                interfaceIndex, address, prefixLength, peer, broadcast, scope, label, newFlags, preferredLifetime);
    }

    public InterfaceAddress withPreferredLifetime(long seconds) {
        return new InterfaceAddress(
                interfaceIndex, address, prefixLength, peer, broadcast, scope, label, flags, seconds);
    }

    public boolean hasFlag(int flag) {
        return (flags & flag) != 0;
    }
}
