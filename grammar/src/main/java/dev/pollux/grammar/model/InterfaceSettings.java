package dev.pollux.grammar.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The interfaces that the director makes for an instance.
 *
 * @param own {@code use_vmac} or {@code use_ipvlan}: what adverts are sent from and the addresses lie on; null: the instance's
 *     interface itself
 * @param forAddresses {@code use_vmac} of addresses, {@code use_vmac_addr}: for addresses on other interfaces
 * @param addressPrefix {@code vmac_addr_prefix}, which the names of those for addresses begin with; empty: there are none
 * @param transmitOnBase {@code vmac_xmit_base}: adverts are sent from the interface below
 */
public record InterfaceSettings(
        @Nullable VirtualInterface own,
        List<VirtualInterface> forAddresses,
        boolean transmitOnBase,
        String addressPrefix) {

    public static final InterfaceSettings NONE = new InterfaceSettings(null, List.of(), false, "");

    public InterfaceSettings {
        forAddresses = List.copyOf(forAddresses);
    }

    /** All that are to be made. */
    public List<VirtualInterface> all() {
        List<VirtualInterface> all = new ArrayList<>(forAddresses);
        if (own != null) {
            all.add(0, own);
        }
        return all;
    }
}
