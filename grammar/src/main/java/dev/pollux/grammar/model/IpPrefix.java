package dev.pollux.grammar.model;

import java.net.InetAddress;

/**
 * Addresses that begin alike.
 *
 * @param length bits, 0 to 32 or 128; 0: all addresses of the family
 */
public record IpPrefix(InetAddress address, int length) {

    public AddressFamily family() {
        return AddressFamily.of(address);
    }

    /** For example {@code 10.0.0.0/8}. */
    @Override
    public String toString() {
        return AddressText.of(address) + "/" + length;
    }
}
