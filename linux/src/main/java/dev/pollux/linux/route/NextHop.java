package dev.pollux.linux.route;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * Where a route leads.
 *
 * @param gateway may be of the other family (RFC 5549); null: the destination is on the link
 * @param interfaceIndex 0: the kernel finds out by the gateway
 * @param weight share of several next hops, 1 to 256
 * @param onLink the gateway is on the link although no prefix says so
 * @param realms source realm in the upper and destination realm in the lower 16 bits; 0: none
 * @param encapsulation null: none
 */
public record NextHop(
        @Nullable InetAddress gateway,
        int interfaceIndex,
        int weight,
        boolean onLink,
        int realms,
        @Nullable Encapsulation encapsulation) {

    /** A gateway on an interface, either of which may be left open. */
    public static NextHop via(@Nullable InetAddress gateway, int interfaceIndex) {
        return new NextHop(gateway, interfaceIndex, 1, false, 0, null);
    }
}
