package dev.pollux.grammar.bind;

import dev.pollux.grammar.bind.ConfigurationDraft.LocalAddressDraft;
import dev.pollux.grammar.bind.ServiceCompletion.Services;
import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.Forwarding;
import dev.pollux.grammar.model.LocalAddress;
import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.grammar.model.ServiceSettings.Flag;
import dev.pollux.grammar.model.SourceTranslation;
import java.net.InetAddress;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code lb_kind FNAT} and {@code masquerade}: whether the source of a virtual server's connections is translated, and to what. */
final class TranslationCompletion {

    private final Context context;
    private final Map<String, List<LocalAddressDraft>> groups;
    private final Set<String> checkedGroups = new HashSet<>();
    private boolean saidWhatIsLost;

    TranslationCompletion(Context context, Map<String, List<LocalAddressDraft>> groups) {
        this.context = context;
        this.groups = groups;
    }

    /** What was found; the draft loses flags that do not go with it. */
    Wanted complete(VirtualServerDraft draft, Services services) {
        boolean fullNat = "FNAT".equals(draft.forkForwarding);
        if (!fullNat && draft.localGroup != null) {
            context.remark(
                    draft.span,
                    draft.describe() + ": laddr_group_name is for lb_kind FNAT, it is ignored",
                    "remove it, or write lb_kind FNAT");
        }
        if (!fullNat && !masquerades(draft)) {
            return new Wanted.Nothing();
        }
        if (services.keys().stream().anyMatch(key -> key instanceof ServiceKey.ByFirewallMark)) {
            return fullNat
                    ? impossible(draft, DiagnosticCode.CONTRADICTION, "FNAT is not for firewall marks")
                    : ignored(draft, "masquerade is not for firewall marks, it is ignored");
        }
        SourceTranslation translation =
                fullNat ? translation(draft, services) : new SourceTranslation.InterfaceAddress();
        if (translation == null) {
            return new Wanted.Impossible();
        }
        dropOnePacket(draft, fullNat);
        sayWhatIsLost(draft);
        return new Wanted.Translated(translation);
    }

    private boolean masquerades(VirtualServerDraft draft) {
        if (!draft.masquerade) {
            return false;
        }
        if (draft.forwarding == null || draft.forwarding instanceof Forwarding.Nat) {
            return true;
        }
        ignored(draft, "masquerade is for lvs_method NAT, it is ignored");
        return false;
    }

    private @Nullable SourceTranslation translation(VirtualServerDraft draft, Services services) {
        String name = draft.localGroup;
        if (name == null) {
            if (!draft.masquerade) {
                context.report(
                        DiagnosticCode.MISSING_SETTING,
                        draft.span,
                        draft.describe() + " has FNAT and no laddr_group_name, the address of the interface is taken",
                        "write laddr_group_name and the name of a local_address_group, or masquerade");
            }
            return new SourceTranslation.InterfaceAddress();
        }
        List<LocalAddressDraft> group = groups.get(name);
        if (group == null) {
            impossible(draft, DiagnosticCode.UNKNOWN_NAME, "there is no local_address_group " + name);
            return null;
        }
        Map<InetAddress, LocalAddress> addresses = new LinkedHashMap<>();
        group.forEach(entry -> addresses.putIfAbsent(entry.address().address(), entry.address()));
        if (!covers(addresses.values(), services)) {
            impossible(
                    draft,
                    DiagnosticCode.INCOMPLETE,
                    "local_address_group " + name + " has no address of the service's family");
            return null;
        }
        checkInterfaces(name, group);
        return new SourceTranslation.LocalAddresses(name, List.copyOf(addresses.values()));
    }

    private static boolean covers(Collection<LocalAddress> addresses, Services services) {
        Set<AddressFamily> families = EnumSet.noneOf(AddressFamily.class);
        addresses.forEach(address -> families.add(address.family()));
        return services.keys().stream().map(ServiceKey::family).allMatch(families::contains);
    }

    private void checkInterfaces(String name, List<LocalAddressDraft> group) {
        if (!checkedGroups.add(name)) {
            return;
        }
        Set<String> missing = new HashSet<>();
        for (LocalAddressDraft entry : group) {
            String device = entry.address().interfaceName();
            if (device != null && !context.host().interfaceExists(device) && missing.add(device)) {
                context.report(
                        DiagnosticCode.UNKNOWN_INTERFACE,
                        entry.span(),
                        "interface " + device + " of local_address_group " + name
                                + " does not exist on this machine; it is waited for",
                        "create it or correct the name");
            }
        }
    }

    /** Each packet would be a connection of its own, and nothing knows where its answer belongs. */
    private void dropOnePacket(VirtualServerDraft draft, boolean fullNat) {
        if (draft.flags.remove(Flag.ONE_PACKET)) {
            context.report(
                    DiagnosticCode.CONTRADICTION,
                    draft.span,
                    draft.describe() + ": with ops and " + (fullNat ? "FNAT" : "masquerade")
                            + " clients get no answers, ops is ignored",
                    "remove ops");
        }
    }

    private void sayWhatIsLost(VirtualServerDraft draft) {
        if (!saidWhatIsLost) {
            saidWhatIsLost = true;
            context.remark(
                    draft.span,
                    draft.describe() + ": real servers see a local address and not the client's, which an unpatched"
                            + " kernel cannot pass on (TOA), and connections do not survive a failover",
                    "see docs/fullnat.md");
        }
    }

    private Wanted ignored(VirtualServerDraft draft, String why) {
        context.report(DiagnosticCode.CONTRADICTION, draft.span, draft.describe() + ": " + why, "remove masquerade");
        return new Wanted.Nothing();
    }

    private Wanted impossible(VirtualServerDraft draft, DiagnosticCode code, String why) {
        context.report(
                code,
                draft.span,
                draft.describe() + ": " + why + ", it is left out",
                Objects.equals(code, DiagnosticCode.CONTRADICTION)
                        ? "write virtual_server ADDRESS PORT"
                        : "define it: local_address_group NAME { ADDRESS INTERFACE }");
        return new Wanted.Impossible();
    }

    /** What becomes of the virtual server. */
    sealed interface Wanted {

        /** Real servers see the client's address. */
        record Nothing() implements Wanted {}

        record Translated(SourceTranslation translation) implements Wanted {}

        /** It cannot be had, and the virtual server not be programmed without. */
        record Impossible() implements Wanted {}
    }
}
