package dev.pollux.grammar.model;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * An address that the master holds.
 *
 * @param prefixLength 0 to 32 or 128
 * @param interfaceName {@code dev}, else the instance's interface
 * @param scope the kernel's address scope: 0 global, 200 site, 253 link, 254 host
 * @param broadcast {@code brd}; null: none
 * @param label {@code label}, at most 15 characters; null: none
 */
public record VirtualAddress(
        InetAddress address,
        int prefixLength,
        String interfaceName,
        int scope,
        @Nullable InetAddress broadcast,
        @Nullable String label) {

    public AddressFamily family() {
        return AddressFamily.of(address);
    }
}
