package dev.pollux.grammar.bind;

import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.InterfaceSettings;
import dev.pollux.grammar.model.VirtualInterface;
import dev.pollux.grammar.model.VirtualInterface.Kind;
import dev.pollux.grammar.model.VirtualInterface.Mode;
import dev.pollux.grammar.model.VirtualRouterKey;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives names and addresses to the interfaces that instances make; each name is used once. */
final class VirtualInterfaceCompletion {

    private static final int OCTETS = 6;

    private final GlobalDraft global;
    private final Set<String> taken = new HashSet<>();

    VirtualInterfaceCompletion(GlobalDraft global, Iterable<InstanceDraft> instances) {
        this.global = global;
        for (InstanceDraft instance : instances) {
            if (instance.virtualInterface != null && instance.virtualInterface.name() != null) {
                taken.add(instance.virtualInterface.name());
            }
        }
    }

    /** The instance's own interface and where its addresses go. */
    AddressPlaces places(InstanceDraft draft, VirtualRouterKey key, boolean accept) {
        VirtualInterface own = own(draft, key);
        return new AddressPlaces(key, new AddressPlaces.Manner(own, draft.virtualMacForAddresses, accept), this);
    }

    InterfaceSettings settings(InstanceDraft draft, AddressPlaces places) {
        boolean onBase = places.own() != null && (draft.transmitOnBase || !draft.peers.isEmpty());
        String prefix = places.others().isEmpty() ? "" : addressPrefix();
        return new InterfaceSettings(places.own(), places.others(), onBase, prefix);
    }

    private @Nullable VirtualInterface own(InstanceDraft draft, VirtualRouterKey key) {
        VirtualInterfaceWords.Read read = draft.virtualInterface;
        if (read == null) {
            return null;
        }
        String name =
                read.name() == null ? name(global.virtualMacPrefix, key.virtualRouterId(), key.family()) : read.name();
        boolean macvlan = read.kind() == Kind.MACVLAN;
        return new VirtualInterface(
                name,
                key.interfaceName(),
                key.family(),
                read.kind(),
                macvlan ? mac(read.macAddress(), key) : "",
                macvlan ? Mode.PRIVATE : read.mode(),
                read.address());
    }

    /** One more, for addresses on another interface or of the other family. */
    VirtualInterface forAddress(int virtualRouterId, String base, AddressFamily family) {
        String name = name(addressPrefix(), virtualRouterId, family);
        return VirtualInterface.macvlan(name, base, family, standard(virtualRouterId, family));
    }

    private String addressPrefix() {
        return global.virtualMacAddressPrefix == null ? global.virtualMacPrefix : global.virtualMacAddressPrefix;
    }

    private static String mac(@Nullable String written, VirtualRouterKey key) {
        if (written == null) {
            return standard(key.virtualRouterId(), key.family());
        }
        return written.split(":", -1).length == OCTETS ? written : written + ":" + hex(key.virtualRouterId());
    }

    private static String standard(int virtualRouterId, AddressFamily family) {
        return "00:00:5e:00:0" + (family == AddressFamily.IPV6 ? 2 : 1) + ":" + hex(virtualRouterId);
    }

    private static String hex(int octet) {
        return String.format(Locale.ROOT, "%02x", octet);
    }

    private String name(String prefix, int virtualRouterId, AddressFamily family) {
        String name = prefix + "." + virtualRouterId;
        if (taken.add(name)) {
            return name;
        }
        name = prefix + "6." + virtualRouterId;
        if (family == AddressFamily.IPV6 && taken.add(name)) {
            return name;
        }
        int number = 1;
        do {
            name = prefix + number + "." + virtualRouterId;
            number++;
        } while (!taken.add(name));
        return name;
    }
}
