package dev.pollux.grammar.bind;

import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.InterfaceSettings;
import dev.pollux.grammar.model.VirtualInterface;
import dev.pollux.grammar.model.VirtualInterface.Kind;
import dev.pollux.grammar.model.VirtualInterface.Mode;
import dev.pollux.grammar.model.VirtualRouterKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives names and addresses to the interfaces that instances make; each name is used once. */
final class VirtualInterfaceCompletion {

    private static final int OCTETS = 6;

    private final Context context;
    private final GlobalDraft global;
    /** Names that the file gives, by the instance that has it. */
    private final Map<String, InstanceDraft> given = new HashMap<>();

    private final Set<String> taken = new HashSet<>();

    VirtualInterfaceCompletion(Context context, GlobalDraft global, Iterable<InstanceDraft> instances) {
        this.context = context;
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
        String written = written(draft, read.name());
        String name = written == null ? name(global.virtualMacPrefix, key.virtualRouterId(), key.family()) : written;
        boolean macvlan = read.kind() == Kind.MACVLAN;
        if (!macvlan && read.address() == null && key.family() == AddressFamily.IPV4) {
            context.report(
                    DiagnosticCode.MISSING_SETTING,
                    draft.span,
                    draft.describe() + ": use_ipvlan has no address, and IPv4 adverts need one to come from",
                    "write use_ipvlan ADDRESS/LENGTH");
        }
        return new VirtualInterface(
                name,
                key.interfaceName(),
                key.family(),
                read.kind(),
                macvlan ? mac(read.macAddress(), key) : "",
                macvlan ? Mode.PRIVATE : read.mode(),
                read.address());
    }

    /** The name that the file gives, if no other instance has it. */
    private @Nullable String written(InstanceDraft draft, @Nullable String name) {
        InstanceDraft other = name == null ? null : given.putIfAbsent(name, draft);
        if (other == null) {
            return name;
        }
        context.report(
                DiagnosticCode.DUPLICATE,
                draft.span,
                draft.describe() + ": " + other.describe() + " has a virtual interface " + name
                        + " already, another name is taken",
                "write another name behind use_vmac, or none");
        return null;
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
