package dev.pollux.grammar.bind;

import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.AddressFlag;
import dev.pollux.grammar.model.VirtualAddress;
import dev.pollux.grammar.model.VirtualInterface;
import dev.pollux.grammar.model.VirtualRouterKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * On which interface each address of an instance goes: on the instance's own virtual one, where it has one and the family is
 * the same; on another virtual one, where that is asked for; else on the interface that is named.
 */
final class AddressPlaces {

    private final VirtualRouterKey key;
    private final @Nullable VirtualInterface own;
    private final boolean always;
    private final boolean accept;
    private final VirtualInterfaceCompletion interfaces;
    private final List<VirtualInterface> others = new ArrayList<>();

    /**
     * How an instance wants its addresses.
     *
     * @param own its virtual interface; null: none
     * @param always {@code use_vmac_addr}: addresses that are elsewhere get virtual interfaces without asking
     * @param accept packets to them are for this machine too
     */
    record Manner(@Nullable VirtualInterface own, boolean always, boolean accept) {}

    AddressPlaces(VirtualRouterKey key, Manner manner, VirtualInterfaceCompletion interfaces) {
        this.key = key;
        this.own = manner.own();
        this.always = manner.always();
        this.accept = manner.accept();
        this.interfaces = interfaces;
    }

    boolean accept() {
        return accept;
    }

    @Nullable
    VirtualInterface own() {
        return own;
    }

    List<VirtualInterface> others() {
        return List.copyOf(others);
    }

    VirtualAddress place(AddressDraft draft) {
        VirtualAddress address = draft.on(key.interfaceName());
        boolean home = address.interfaceName().equals(key.interfaceName()) && address.family() == key.family();
        if (home && own != null) {
            return on(address, own.name(), address.flags());
        }
        if (address.flags().contains(AddressFlag.VIRTUAL_MAC) || (always && !home)) {
            Set<AddressFlag> flags = new HashSet<>(address.flags());
            flags.add(AddressFlag.VIRTUAL_MAC);
            return on(address, other(address.interfaceName(), address.family()).name(), flags);
        }
        return address;
    }

    private VirtualInterface other(String base, AddressFamily family) {
        for (VirtualInterface each : others) {
            if (each.base().equals(base) && each.family() == family) {
                return each;
            }
        }
        VirtualInterface made = interfaces.forAddress(key.virtualRouterId(), base, family);
        others.add(made);
        return made;
    }

    private static VirtualAddress on(VirtualAddress address, String interfaceName, Set<AddressFlag> flags) {
        return new VirtualAddress(
                address.address(),
                address.prefixLength(),
                interfaceName,
                address.scope(),
                address.broadcast(),
                address.label(),
                address.peer(),
                address.preferredLifetime(),
                flags);
    }
}
