package dev.pollux.grammar.model;

import java.net.InetAddress;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An address that the master holds, or that is always there.
 *
 * @param prefixLength 0 to 32 or 128; with a peer, it is the peer's
 * @param interfaceName {@code dev}, else the instance's interface
 * @param scope the kernel's address scope: 0 global, 200 site, 253 link, 254 host
 * @param broadcast {@code brd}; null: none
 * @param label {@code label}, at most 15 characters; null: none
 * @param peer {@code peer}, the other end of a point-to-point link; null: none
 * @param preferredLifetime {@code preferred_lft}, seconds; 0: never chosen as a source address; null: forever
 */
public record VirtualAddress(
        InetAddress address,
        int prefixLength,
        String interfaceName,
        int scope,
        @Nullable InetAddress broadcast,
        @Nullable String label,
        @Nullable InetAddress peer,
        @Nullable Long preferredLifetime,
        Set<AddressFlag> flags) {

    public VirtualAddress {
        flags = Set.copyOf(flags);
    }

    /** An address as most are, without further options. */
    public VirtualAddress(
            InetAddress address,
            int prefixLength,
            String interfaceName,
            int scope,
            @Nullable InetAddress broadcast,
            @Nullable String label) {
        this(address, prefixLength, interfaceName, scope, broadcast, label, null, null, Set.of());
    }

    public AddressFamily family() {
        return AddressFamily.of(address);
    }

    /** Whether its removal, or the state of its interface, matters. */
    public boolean tracked() {
        return !flags.contains(AddressFlag.UNTRACKED);
    }
}
