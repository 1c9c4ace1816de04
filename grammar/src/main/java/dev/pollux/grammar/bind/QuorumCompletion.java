package dev.pollux.grammar.bind;

import dev.pollux.grammar.bind.VirtualServerDraft.Target;
import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.Forwarding;
import dev.pollux.grammar.model.QuorumSettings;
import dev.pollux.grammar.model.RealServer;
import dev.pollux.grammar.model.RealServerKey;
import dev.pollux.grammar.model.SorryServer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When a virtual server counts as up, and who stands in while it is not. */
final class QuorumCompletion {

    private final Context context;

    QuorumCompletion(Context context) {
        this.context = context;
    }

    QuorumSettings quorum(VirtualServerDraft draft, List<RealServer> servers) {
        long weights = servers.stream().mapToLong(RealServer::weight).sum();
        long quorum = draft.quorum;
        if (quorum > weights) {
            quorum = Math.max(1, weights);
            context.report(
                    DiagnosticCode.CONTRADICTION,
                    draft.span,
                    draft.describe() + ": quorum " + draft.quorum + " is more than all weights together, " + quorum
                            + " is taken",
                    "write a smaller quorum");
        }
        long hysteresis = draft.hysteresis;
        if (hysteresis >= quorum) {
            if (hysteresis > 0) {
                context.report(
                        DiagnosticCode.CONTRADICTION,
                        draft.span,
                        draft.describe() + ": hysteresis " + hysteresis + " is not below the quorum, " + (quorum - 1)
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

    @Nullable
    SorryServer sorryServer(VirtualServerDraft draft, Forwarding outer, List<RealServer> servers) {
        if (draft.sorryAddress == null) {
            return null;
        }
        AddressFamily family = AddressFamily.of(draft.sorryAddress);
        if (draft.target instanceof Target.Address address && AddressFamily.of(address.address()) != family) {
            Forwarding asked = draft.sorryForwarding == null ? outer : draft.sorryForwarding;
            if (!(asked instanceof Forwarding.Tunnel)) {
                context.report(
                        DiagnosticCode.CONTRADICTION,
                        draft.span,
                        draft.describe() + ": its sorry_server has an address of the other family, it is left out",
                        "write a sorry_server of the family of the virtual_server");
                return null;
            }
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
                        draft.describe() + ": its sorry_server is also a real_server, whose inhibit_on_failure counts",
                        "write sorry_server_inhibit to match");
            }
        }
        return new SorryServer(key, forwarding, inhibit);
    }
}
