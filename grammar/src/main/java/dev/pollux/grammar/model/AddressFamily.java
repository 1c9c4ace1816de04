package dev.pollux.grammar.model;

import java.net.Inet4Address;
import java.net.InetAddress;

/** The address family of a virtual router, a service or a server. */
public enum AddressFamily {
    IPV4(32),
    IPV6(128);

    private final int bits;

    AddressFamily(int bits) {
        this.bits = bits;
    }

    /** Number of bits of an address: the prefix length of a single host. */
    public int bits() {
        return bits;
    }

    public static AddressFamily of(InetAddress address) {
        return address instanceof Inet4Address ? IPV4 : IPV6;
    }
}
