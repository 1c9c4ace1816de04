package dev.pollux.grammar.bind;

import dev.pollux.grammar.bind.ConfigurationDraft.ServerGroupDraft;
import dev.pollux.grammar.bind.VirtualServerDraft.Target;
import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.Forwarding;
import dev.pollux.grammar.model.QuorumSettings;
import dev.pollux.grammar.model.RealServer;
import dev.pollux.grammar.model.RealServerKey;
import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.grammar.model.ServiceSettings;
import dev.pollux.grammar.model.ServiceSettings.Flag;
import dev.pollux.grammar.model.ServiceSettings.Persistence;
import dev.pollux.grammar.model.SorryServer;
import dev.pollux.grammar.model.TransportProtocol;
import dev.pollux.grammar.model.VirtualServer;
import dev.pollux.grammar.model.VirtualServerKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a virtual server of its draft: defaults, corrections, and what its real servers inherit. */
final class VirtualServerCompletion {

    private final Context context;
    private final Map<String, ServerGroupDraft> groups;
    private final CheckerCompletion checkers;
    private final Map<String, Integer> ordinals = new HashMap<>();

    VirtualServerCompletion(Context context, GlobalDraft global, Map<String, ServerGroupDraft> groups) {
        this.context = context;
        this.groups = groups;
        this.checkers = new CheckerCompletion(context, global);
    }

    /** The virtual server, or null where nothing can serve, which is reported. */
    @Nullable
    VirtualServer complete(VirtualServerDraft draft) {
        AddressFamily family = family(draft);
        TransportProtocol protocol = protocol(draft);
        List<ServiceKey> services = services(draft, protocol, family);
        if (services.isEmpty()) {
            return null;
        }
        ServiceSettings settings = settings(draft, protocol, family, services);
        Forwarding forwarding = forwarding(draft);
        List<RealServer> servers = realServers(draft, forwarding, family);
        if (servers.isEmpty()) {
            context.report(
                    DiagnosticCode.INCOMPLETE,
                    draft.span,
                    describe(draft) + " has no real_server, it is left out",
                    "write at least one real_server");
            return null;
        }
        return new VirtualServer(
                key(draft, services.get(0)),
                services,
                settings,
                quorum(draft, servers),
                servers,
                sorryServer(draft, forwarding, servers));
    }

    static String describe(VirtualServerDraft draft) {
        if (draft.target instanceof Target.Address address) {
            String port = address.port() == 0 ? "" : " " + address.port();
            return "virtual_server " + address.address().getHostAddress() + port;
        }
        return draft.target instanceof Target.Group group
                ? "virtual_server group " + group.name()
                : "virtual_server fwmark " + ((Target.Mark) draft.target).mark();
    }

    private VirtualServerKey key(VirtualServerDraft draft, ServiceKey service) {
        if (draft.target instanceof Target.Group group) {
            return new VirtualServerKey.Group(group.name(), ordinals.merge(group.name(), 1, Integer::sum) - 1);
        }
        return new VirtualServerKey.Single(service);
    }

    /** Of the address, else as given, else of the servers that are not reached through a tunnel, else of the first one. */
    private AddressFamily family(VirtualServerDraft draft) {
        if (draft.target instanceof Target.Address address) {
            return AddressFamily.of(address.address());
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
            if (!mark && !isMarkGroup(draft)) {
                context.report(
                        DiagnosticCode.MISSING_SETTING,
                        draft.span,
                        describe(draft) + " has no protocol, UDP is assumed",
                        "write protocol TCP or protocol UDP");
            }
            return TransportProtocol.UDP;
        }
        if (mark || isMarkGroup(draft)) {
            context.report(
                    DiagnosticCode.CONTRADICTION,
                    draft.span,
                    describe(draft) + " is for every protocol, protocol is ignored",
                    "remove protocol");
        }
        return draft.protocol;
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
                            + describe(draft) + " is left out",
                    "define the group");
            return List.of();
        }
        List<ServiceKey> services = new ArrayList<>();
        group.entries.forEach(entry -> services.addAll(entry.services(protocol, family)));
        return services;
    }

    private ServiceSettings settings(
            VirtualServerDraft draft, TransportProtocol protocol, AddressFamily family, List<ServiceKey> services) {
        if (draft.scheduler == null) {
            context.report(
                    DiagnosticCode.MISSING_SETTING,
                    draft.span,
                    describe(draft) + " has no lvs_sched, wlc is assumed",
                    "write lvs_sched and a scheduler");
        }
        if (draft.flags.contains(Flag.ONE_PACKET)
                && protocol != TransportProtocol.UDP
                && draft.target instanceof Target.Address) {
            context.report(
                    DiagnosticCode.CONTRADICTION,
                    draft.span,
                    describe(draft) + ": ops is for UDP only, it is ignored",
                    "remove ops");
            draft.flags.remove(Flag.ONE_PACKET);
        }
        return new ServiceSettings(
                draft.scheduler == null ? "wlc" : draft.scheduler, draft.flags, persistence(draft, family, services));
    }

    private @Nullable Persistence persistence(
            VirtualServerDraft draft, AddressFamily family, List<ServiceKey> services) {
        boolean everyPort = services.stream().anyMatch(VirtualServerCompletion::isEveryPort);
        Long seconds = draft.persistenceTimeout;
        if (seconds == null && draft.persistencePrefix != null) {
            seconds = PersistenceTimeoutType.DEFAULT_SECONDS;
        }
        if (seconds == null && everyPort) {
            seconds = PersistenceTimeoutType.DEFAULT_SECONDS;
            context.report(
                    DiagnosticCode.MISSING_SETTING,
                    draft.span,
                    describe(draft) + " has no port, persistence_timeout " + seconds + " is assumed",
                    "write a port, or persistence_timeout");
        }
        if (seconds == null) {
            return null;
        }
        int prefix = draft.persistencePrefix == null ? family.bits() : Math.min(draft.persistencePrefix, family.bits());
        return new Persistence(Duration.ofSeconds(seconds), prefix, draft.persistenceEngine);
    }

    private static boolean isEveryPort(ServiceKey key) {
        return key instanceof ServiceKey.ByAddress address && address.port() == 0;
    }

    private Forwarding forwarding(VirtualServerDraft draft) {
        if (draft.forwarding != null) {
            return draft.forwarding;
        }
        if (draft.realServers.stream().anyMatch(server -> server.forwarding == null)) {
            context.report(
                    DiagnosticCode.MISSING_SETTING,
                    draft.span,
                    describe(draft) + " has no lvs_method, NAT is assumed",
                    "write lvs_method NAT, DR or TUN");
        }
        return new Forwarding.Nat();
    }

    private List<RealServer> realServers(VirtualServerDraft draft, Forwarding outer, AddressFamily family) {
        Set<RealServerKey> seen = new HashSet<>();
        List<RealServer> servers = new ArrayList<>();
        for (RealServerDraft server : draft.realServers) {
            Forwarding forwarding = server.forwarding == null ? outer : server.forwarding;
            RealServerKey key = new RealServerKey(server.address, port(draft, server, forwarding));
            if (isWrongFamily(server, forwarding, family)) {
                context.report(
                        DiagnosticCode.CONTRADICTION,
                        server.span,
                        "real_server " + server.address.getHostAddress()
                                + " is not of the family of its virtual_server, it is left out",
                        "write an address of the same family, or lvs_method TUN");
            } else if (!seen.add(key)) {
                context.report(
                        DiagnosticCode.DUPLICATE,
                        server.span,
                        "real_server " + server.address.getHostAddress() + " " + key.port()
                                + " is listed twice, the second is left out",
                        "remove it");
            } else {
                servers.add(realServer(draft, server, key, forwarding));
            }
        }
        return servers;
    }

    private static boolean isWrongFamily(RealServerDraft server, Forwarding forwarding, AddressFamily family) {
        return AddressFamily.of(server.address) != family && !(forwarding instanceof Forwarding.Tunnel);
    }

    /** The kernel sends to the service's own port with DR and TUN. */
    private int port(VirtualServerDraft draft, RealServerDraft server, Forwarding forwarding) {
        boolean keepsPort = !(forwarding instanceof Forwarding.Nat);
        if (draft.target instanceof Target.Mark) {
            return keepsPort ? 0 : server.port;
        }
        int outer = draft.target instanceof Target.Address address ? address.port() : server.port;
        if (server.port == 0 || server.port == outer) {
            return outer;
        }
        if (!keepsPort) {
            return server.port;
        }
        context.report(
                DiagnosticCode.CONTRADICTION,
                server.span,
                "real_server " + server.address.getHostAddress() + " " + server.port
                        + ": DR and TUN cannot change the port, " + outer + " is taken",
                "write the port of the virtual_server, or lvs_method NAT");
        return outer;
    }

    private RealServer realServer(
            VirtualServerDraft draft, RealServerDraft server, RealServerKey key, Forwarding forwarding) {
        return new RealServer(
                key,
                server.weight == null ? draft.weight : server.weight,
                forwarding,
                server.inhibitOnFailure == null ? draft.inhibitOnFailure : server.inhibitOnFailure,
                server.upperThreshold,
                server.lowerThreshold,
                checkers.complete(draft, server, key));
    }

    private QuorumSettings quorum(VirtualServerDraft draft, List<RealServer> servers) {
        long weights = servers.stream().mapToLong(RealServer::weight).sum();
        long quorum = draft.quorum;
        if (quorum > weights) {
            quorum = Math.max(1, weights);
            context.report(
                    DiagnosticCode.CONTRADICTION,
                    draft.span,
                    describe(draft) + ": quorum " + draft.quorum + " is more than all weights together, " + quorum
                            + " is taken",
                    "write a smaller quorum");
        }
        long hysteresis = draft.hysteresis;
        if (hysteresis >= quorum) {
            if (hysteresis > 0) {
                context.report(
                        DiagnosticCode.CONTRADICTION,
                        draft.span,
                        describe(draft) + ": hysteresis " + hysteresis + " is not below the quorum, " + (quorum - 1)
                                + " is taken",
                        "write a smaller hysteresis");
            }
            hysteresis = quorum - 1;
        }
        boolean alpha = Boolean.TRUE.equals(draft.timing.alpha);
        return new QuorumSettings(clamp(quorum), clamp(hysteresis), alpha, draft.omega);
    }

    private static int clamp(long value) {
        return (int) Math.min(value, Integer.MAX_VALUE);
    }

    private @Nullable SorryServer sorryServer(VirtualServerDraft draft, Forwarding outer, List<RealServer> servers) {
        if (draft.sorryAddress == null) {
            return null;
        }
        int servicePort = draft.target instanceof Target.Address address ? address.port() : draft.sorryPort;
        Forwarding forwarding = draft.sorryForwarding == null ? outer : draft.sorryForwarding;
        boolean keepsPort = !(forwarding instanceof Forwarding.Nat);
        int port = draft.sorryPort == 0 || keepsPort ? servicePort : draft.sorryPort;
        RealServerKey key = new RealServerKey(draft.sorryAddress, port);
        boolean inhibit = draft.sorryInhibit;
        for (RealServer server : servers) {
            if (server.key().equals(key) && server.inhibitOnFailure() != inhibit) {
                inhibit = server.inhibitOnFailure();
                context.report(
                        DiagnosticCode.CONTRADICTION,
                        draft.span,
                        describe(draft) + ": its sorry_server is also a real_server, whose inhibit_on_failure counts",
                        "write sorry_server_inhibit to match");
            }
        }
        return new SorryServer(key, forwarding, inhibit);
    }
}
