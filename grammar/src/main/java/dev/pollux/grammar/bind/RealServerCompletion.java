package dev.pollux.grammar.bind;

import dev.pollux.grammar.bind.VirtualServerDraft.Target;
import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.Forwarding;
import dev.pollux.grammar.model.RealServer;
import dev.pollux.grammar.model.RealServerKey;
import dev.pollux.grammar.model.Script;
import dev.pollux.grammar.model.ServerAlerts;
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
    List<RealServer> complete(VirtualServerDraft draft, Forwarding outer, AddressFamily family) {
        Set<RealServerKey> seen = new HashSet<>();
        List<RealServer> servers = new ArrayList<>();
        for (RealServerDraft server : draft.realServers) {
            if (forks.leavesOut(draft, server)) {
                continue;
            }
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
