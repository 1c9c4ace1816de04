package dev.pollux.linux.route;

import java.net.Inet6Address;
import java.net.InetAddress;

/**
 * Addresses that begin alike.
 *
 * @param length bits, 0 to 32 or 128; 0: all addresses of the family
 */
public record Prefix(InetAddress address, int length) {

    public boolean isIpv6() {
        return address instanceof Inet6Address;
    }
}
