package dev.pollux.grammar.bind;

import dev.pollux.grammar.bind.VirtualServerDraft.Target;
import dev.pollux.grammar.diagnostic.DiagnosticCode;

/**
 * What is said of {@code FNAT} and {@code SNAT}. Such a service must not become plain NAT on the quiet: its servers would
 * answer to clients that they have no route to.
 */
final class ForkForwarding {

    private final Context context;

    ForkForwarding(Context context) {
        this.context = context;
    }

    /** Whether the virtual server is one that cannot be programmed, which is reported then. */
    boolean leavesOut(VirtualServerDraft draft) {
        boolean snat = "SNAT".equals(draft.forkForwarding) || draft.target instanceof Target.Match;
        if (snat) {
            context.report(
                    DiagnosticCode.UNSUPPORTED,
                    draft.span,
                    draft.describe() + " asks for SNAT, which is not IPVS's business: it is not programmed",
                    "translate with nftables: snat or masquerade in a chain of type nat");
        }
        return snat;
    }

    /** The same for a real server with a method of its own. */
    boolean leavesOut(VirtualServerDraft draft, RealServerDraft server) {
        if (server.forkForwarding == null
                || (server.forkForwarding.equals("FNAT") && "FNAT".equals(draft.forkForwarding))) {
            return false;
        }
        context.report(
                DiagnosticCode.UNSUPPORTED,
                server.span,
                "real_server " + server.address.getHostAddress() + " asks for " + server.forkForwarding
                        + " and its virtual_server does not: it is left out",
                server.forkForwarding.equals("FNAT") ? "write lb_kind FNAT in the virtual_server" : "remove it");
        return true;
    }
}
