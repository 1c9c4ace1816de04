package dev.pollux.grammar.bind;

import dev.pollux.grammar.bind.VirtualServerDraft.Target;
import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.AddressText;
import dev.pollux.grammar.model.Forwarding;
import dev.pollux.grammar.model.RealServer;
import dev.pollux.grammar.model.RealServerKey;
import dev.pollux.grammar.model.Script;
import dev.pollux.grammar.model.ServerAlerts;
import dev.pollux.grammar.model.ServiceKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The real servers of a virtual server, with what they inherit from it. */
final class RealServerCompletion {

    private final Context context;
    private final GlobalDraft global;
    private final CheckerCompletion checkers;
    private final ForkForwarding forks;

    /** Thousands of servers tell the same. */
    private final Map<ServerAlerts, ServerAlerts> shared = new HashMap<>();

    RealServerCompletion(Context context, GlobalDraft global, ForkForwarding forks) {
        this.context = context;
        this.global = global;
        this.checkers = new CheckerCompletion(context, global);
        this.forks = forks;
    }

    /** Those that can serve; what is wrong with the others is reported. */
    List<RealServer> complete(VirtualServerDraft draft, Forwarding outer, ServiceCompletion.Services served) {
        Set<RealServerKey> seen = new HashSet<>();
        List<RealServer> servers = new ArrayList<>();
        for (RealServerDraft server : draft.realServers) {
            if (forks.leavesOut(draft, server)) {
                continue;
            }
            Forwarding forwarding = server.forwarding == null ? outer : server.forwarding;
            groupPort(draft, server, forwarding, served.keys());
            RealServerKey key = new RealServerKey(server.address, port(draft, server, forwarding));
            if (isWrongFamily(server, forwarding, served.family())) {
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
            if (keepsPort && server.port != 0) {
                portIsThatOfThePacket(server);
            }
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

    /** A group has several ports, or none: the real server is said to have one that it cannot have. */
    private void groupPort(
            VirtualServerDraft draft, RealServerDraft server, Forwarding forwarding, List<ServiceKey> services) {
        if (!(draft.target instanceof Target.Group) || forwarding instanceof Forwarding.Nat || server.port == 0) {
            return;
        }
        for (ServiceKey service : services) {
            if (service instanceof ServiceKey.ByAddress address && address.port() != server.port) {
                context.report(
                        DiagnosticCode.CONTRADICTION,
                        server.span,
                        describe(server) + ": DR and TUN cannot change the port, and the group has "
                                + AddressText.of(address.address()) + " " + address.port(),
                        "write the ports of the group, or lvs_method NAT");
                return;
            }
        }
        if (services.stream().anyMatch(ServiceKey.ByFirewallMark.class::isInstance)) {
            portIsThatOfThePacket(server);
        }
    }

    private void portIsThatOfThePacket(RealServerDraft server) {
        context.report(
                DiagnosticCode.SUSPICIOUS,
                server.span,
                describe(server) + ": with a firewall mark, DR and TUN keep the port of the packet, " + server.port
                        + " has no effect",
                "remove the port, or write lvs_method NAT");
    }

    private static String describe(RealServerDraft server) {
        return "real_server " + AddressText.of(server.address) + " " + server.port;
    }

    private ServerAlerts alerts(RealServerDraft server) {
        Script up = server.scripts.find("notify_up");
        Script down = server.scripts.find("notify_down");
        ServerAlerts alerts = new ServerAlerts(
                up == null ? null : global.owned(up),
                down == null ? null : global.owned(down),
                global.mailsOfCheckers(server.mail, true));
        return shared.computeIfAbsent(alerts, same -> same);
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
                alerts(server),
                checkers.complete(draft, server, key));
    }
}
