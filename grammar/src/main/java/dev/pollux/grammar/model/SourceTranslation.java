package dev.pollux.grammar.model;

import java.util.List;

/** What a real server sees in place of the client's address. Its answers then come back to the director in any case. */
public sealed interface SourceTranslation {

    /**
     * {@code lb_kind FNAT} with {@code laddr_group_name}: the addresses of a {@code local_address_group} in turn.
     *
     * @param group its name
     * @param addresses all of the group, in file order without repetition, at least one of the service's family
     */
    record LocalAddresses(String group, List<LocalAddress> addresses) implements SourceTranslation {

        public LocalAddresses {
            addresses = List.copyOf(addresses);
        }

        /** Those that a service of this family uses. */
        public List<LocalAddress> of(AddressFamily family) {
            return addresses.stream()
                    .filter(address -> address.family() == family)
                    .toList();
        }
    }

    /** {@code masquerade}: the address of the interface that the packet leaves by. */
    record InterfaceAddress() implements SourceTranslation {}
}
