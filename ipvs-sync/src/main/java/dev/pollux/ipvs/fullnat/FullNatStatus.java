package dev.pollux.ipvs.fullnat;

import java.net.InetAddress;
import java.util.List;

/**
 * The newest state of FULLNAT.
 *
 * @param translations in force
 * @param addresses of all pools
 * @param problems what keeps it from working, for people
 * @param repairs how often others had changed our table, a local address or a setting
 */
public record FullNatStatus(
        Translations translations, List<LocalAddressStatus> addresses, List<String> problems, long repairs) {

    public FullNatStatus {
        addresses = List.copyOf(addresses);
        problems = List.copyOf(problems);
    }

    static FullNatStatus initial() {
        return new FullNatStatus(Translations.none(), List.of(), List.of(), 0);
    }

    /**
     * A local address.
     *
     * @param floats with a VRRP instance, else it stands here
     * @param present on an interface of this machine now
     * @param use when last counted
     */
    public record LocalAddressStatus(InetAddress address, boolean floats, boolean present, PortUse use) {}
}
