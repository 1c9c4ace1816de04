package dev.pollux.vrrp.packet;

import dev.pollux.grammar.model.UnicastSettings;
import java.net.InetAddress;
import java.util.List;
import java.util.Set;

/**
 * What a virtual router holds a received advert against.
 *
 * @param authenticationType 0 or 1 (RFC 2338 5.3.6); version 2 only
 * @param authenticationData the eight bytes of the password, zero padded
 * @param interval own interval in the unit of the version
 * @param addresses advertised addresses
 * @param source own primary address
 * @param ownerIgnoresAdverts we own the addresses and keep to the letter of RFC 3768 7.1
 */
public record AdvertExpectations(
        int version,
        int authenticationType,
        long authenticationData,
        int interval,
        Set<InetAddress> addresses,
        UnicastSettings unicast,
        InetAddress source,
        boolean ownerIgnoresAdverts) {

    public AdvertExpectations {
        addresses = Set.copyOf(addresses);
    }

    boolean sameAddresses(List<InetAddress> others) {
        return others.size() == addresses.size() && addresses.containsAll(others);
    }
}
