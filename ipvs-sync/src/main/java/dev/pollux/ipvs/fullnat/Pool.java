package dev.pollux.ipvs.fullnat;

import java.net.InetAddress;
import java.util.List;

/**
 * Addresses that connections to real servers come from, in turn.
 *
 * @param name of the chain in the table: letters, digits and {@code _}
 * @param addresses of one family; none: the address of the interface that the packet leaves by
 */
public record Pool(String name, List<InetAddress> addresses) {

    /** The interface's own address. */
    public static final Pool INTERFACE = new Pool("masquerade_source", List.of());

    public Pool {
        addresses = List.copyOf(addresses);
    }
}
