package dev.pollux.grammar.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * What follows the master.
 *
 * @param advertised {@code virtual_ipaddress}, in the order they are advertised
 * @param excluded {@code virtual_ipaddress_excluded}: held by the master, not in the advert
 * @param promoteSecondaries {@code promote_secondaries}: removing an address keeps the interface's other ones of its subnet
 * @param routes {@code virtual_routes}
 * @param rules {@code virtual_rules}
 * @param restoreDeleted {@code restore_deleted}, a keyword of our own: what others remove is added again at once, instead of
 *     giving up and taking over anew
 * @param accept whether packets to the addresses are for this machine too (RFC 9568 6.1); an owner always accepts them
 */
public record AddressSettings(
        List<VirtualAddress> advertised,
        List<VirtualAddress> excluded,
        boolean promoteSecondaries,
        List<VirtualRoute> routes,
        List<VirtualRule> rules,
        boolean restoreDeleted,
        boolean accept) {

    public AddressSettings {
        advertised = List.copyOf(advertised);
        excluded = List.copyOf(excluded);
        routes = List.copyOf(routes);
        rules = List.copyOf(rules);
    }

    /** Addresses alone. */
    public AddressSettings(List<VirtualAddress> advertised, List<VirtualAddress> excluded, boolean promoteSecondaries) {
        this(advertised, excluded, promoteSecondaries, List.of(), List.of(), false, true);
    }

    /** Every address that the master holds, advertised ones first. */
    public Stream<VirtualAddress> held() {
        return Stream.concat(advertised.stream(), excluded.stream());
    }
}
