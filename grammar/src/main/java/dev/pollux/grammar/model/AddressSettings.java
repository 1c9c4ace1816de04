package dev.pollux.grammar.model;

import java.util.List;

/**
 * The addresses that follow the master.
 *
 * @param advertised {@code virtual_ipaddress}, in the order they are advertised
 * @param excluded {@code virtual_ipaddress_excluded}: held by the master, not in the advert
 * @param promoteSecondaries {@code promote_secondaries}: removing an address keeps the interface's other ones of its subnet
 */
public record AddressSettings(
        List<VirtualAddress> advertised, List<VirtualAddress> excluded, boolean promoteSecondaries) {

    public AddressSettings {
        advertised = List.copyOf(advertised);
        excluded = List.copyOf(excluded);
    }
}
