package dev.pollux.grammar.model;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * Where a route leads.
 *
 * @param gateway {@code via}, perhaps of the other family; null: none
 * @param interfaceName {@code dev}; null: the one that the gateway is on
 * @param weight 1 to 256
 * @param realms {@code SOURCE/DESTINATION}, 16 bits each; 0: none
 * @param encapsulation null: none
 */
public record RouteHop(
        @Nullable InetAddress gateway,
        @Nullable String interfaceName,
        int weight,
        boolean onLink,
        int realms,
        @Nullable RouteEncapsulation encapsulation) {}
