package dev.pollux.grammar.bind;

import dev.pollux.grammar.bind.ConfigurationDraft.ServerGroupDraft;
import dev.pollux.grammar.bind.VirtualServerDraft.Target;
import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.Forwarding;
import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.grammar.model.TransportProtocol;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a virtual server is in the kernel's table: its services, their protocol and address family. */
final class ServiceCompletion {

    private final Context context;
    private final Map<String, ServerGroupDraft> groups;

    ServiceCompletion(Context context, Map<String, ServerGroupDraft> groups) {
        this.context = context;
        this.groups = groups;
    }

    /** The services; none where the group has none, which is remarked. */
    Services complete(VirtualServerDraft draft) {
        AddressFamily family = family(draft);
        TransportProtocol protocol = protocol(draft);
        return new Services(family, protocol, services(draft, protocol, family));
    }

    /** Of the address, else as given, else of the servers that are not reached through a tunnel, else of the first one. */
    private AddressFamily family(VirtualServerDraft draft) {
        if (draft.target instanceof Target.Address address) {
            AddressFamily family = AddressFamily.of(address.address());
            if (draft.family != null && draft.family != family) {
                context.report(
                        DiagnosticCode.CONTRADICTION,
                        draft.span,
                        draft.describe() + ": ip_family is not that of its address, it is ignored",
                        "remove ip_family");
            }
            return family;
        }
        ServerGroupDraft group = draft.target instanceof Target.Group named ? groups.get(named.name()) : null;
        for (ServerGroupEntry entry : group == null ? List.<ServerGroupEntry>of() : group.entries) {
            AddressFamily family = entry.family();
            if (family != null) {
                return family;
            }
        }
        if (draft.family != null) {
            return draft.family;
        }
        for (RealServerDraft server : draft.realServers) {
            Forwarding own = server.forwarding == null ? draft.forwarding : server.forwarding;
            if (!(own instanceof Forwarding.Tunnel)) {
                return AddressFamily.of(server.address);
            }
        }
        Set<AddressFamily> families = new HashSet<>();
        draft.realServers.forEach(server -> families.add(AddressFamily.of(server.address)));
        return families.size() == 1 ? families.iterator().next() : AddressFamily.IPV4;
    }

    private TransportProtocol protocol(VirtualServerDraft draft) {
        boolean mark = draft.target instanceof Target.Mark;
        if (draft.protocol == null) {
            if (!mark && !isMarkGroup(draft) && !isUnknownGroup(draft)) {
                context.report(
                        DiagnosticCode.MISSING_SETTING,
                        draft.span,
                        draft.describe() + " has no protocol, UDP is assumed",
                        "write protocol TCP or protocol UDP");
            }
            return TransportProtocol.UDP;
        }
        if (mark || isMarkGroup(draft)) {
            context.report(
                    DiagnosticCode.CONTRADICTION,
                    draft.span,
                    draft.describe() + " is for every protocol, protocol is ignored",
                    "remove protocol");
        }
        return draft.protocol;
    }

    /** Of such a virtual server nothing is left, and that is said. */
    private boolean isUnknownGroup(VirtualServerDraft draft) {
        return draft.target instanceof Target.Group named && !groups.containsKey(named.name());
    }

    private boolean isMarkGroup(VirtualServerDraft draft) {
        ServerGroupDraft group = draft.target instanceof Target.Group named ? groups.get(named.name()) : null;
        return group != null
                && !group.entries.isEmpty()
                && group.entries.stream().allMatch(entry -> entry instanceof ServerGroupEntry.Mark);
    }

    private List<ServiceKey> services(VirtualServerDraft draft, TransportProtocol protocol, AddressFamily family) {
        if (draft.target instanceof Target.Address address) {
            return List.of(new ServiceKey.ByAddress(protocol, address.address(), address.port()));
        }
        if (draft.target instanceof Target.Mark mark) {
            return List.of(new ServiceKey.ByFirewallMark(family, mark.mark()));
        }
        String name = ((Target.Group) draft.target).name();
        ServerGroupDraft group = groups.get(name);
        if (group == null || group.entries.isEmpty()) {
            context.remark(
                    draft.span,
                    "virtual_server_group " + name + (group == null ? " is not defined, " : " is empty, ")
                            + draft.describe() + " is left out",
                    "define the group");
            return List.of();
        }
        List<ServiceKey> services = new ArrayList<>();
        group.entries.forEach(entry -> services.addAll(entry.services(protocol, family)));
        return services;
    }

    /**
     * What was found.
     *
     * @param family of the virtual server as a whole
     * @param keys what stands in the kernel's table
     */
    record Services(AddressFamily family, TransportProtocol protocol, List<ServiceKey> keys) {}
}
