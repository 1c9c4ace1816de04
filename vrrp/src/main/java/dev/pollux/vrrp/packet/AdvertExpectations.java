package dev.pollux.vrrp.packet;

import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.AdvertSettings;
import dev.pollux.grammar.model.UnicastSettings;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a virtual router holds a received advert against.
 *
 * @param own the advert that it would send itself
 * @param source own primary address
 * @param seal what the sender has to prove
 */
public record AdvertExpectations(
        Advert own, InetAddress source, UnicastSettings unicast, Set<AdvertSettings.Flag> flags, AdvertSeal seal) {

    private static final int OWNER_PRIORITY = 255;

    public AdvertExpectations {
        flags = Set.copyOf(flags);
    }

    AddressFamily family() {
        return AddressFamily.of(source);
    }

    boolean has(AdvertSettings.Flag flag) {
        return flags.contains(flag);
    }

    /** We own the addresses and keep to the letter of RFC 3768 7.1. */
    boolean ownerIgnoresAdverts() {
        return own.priority() == OWNER_PRIORITY && has(AdvertSettings.Flag.OWNER_IGNORES_ADVERTS);
    }

    /** The same addresses as often, in whatever order. */
    boolean sameAddresses(List<InetAddress> others) {
        return others.size() == own.addresses().size() && occurrences(others).equals(occurrences(own.addresses()));
    }

    private static Map<InetAddress, Integer> occurrences(List<InetAddress> addresses) {
        Map<InetAddress, Integer> occurrences = new HashMap<>();
        addresses.forEach(address -> occurrences.merge(address, 1, Integer::sum));
        return occurrences;
    }
}
