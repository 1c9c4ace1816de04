package dev.pollux.grammar.bind;

import dev.pollux.grammar.bind.VirtualServerDraft.Target;
import dev.pollux.grammar.diagnostic.DiagnosticCode;
import java.util.Set;

/**
 * What is said of {@code FNAT} and {@code SNAT}. Such a service must not become plain NAT on the quiet: its servers would
 * answer to clients that they have no route to.
 */
final class ForkForwarding {

    private static final String INSTEAD = "an unpatched kernel has NAT, DR and TUN";

    private final Context context;
    private final Set<String> localGroups;

    ForkForwarding(Context context, Set<String> localGroups) {
        this.context = context;
        this.localGroups = localGroups;
    }

    /** Whether the virtual server is one that nothing programs yet, which is reported then. */
    boolean leavesOut(VirtualServerDraft draft) {
        String method = draft.forkForwarding;
        if (method == null && draft.target instanceof Target.Match) {
            method = "SNAT";
        }
        if (method == null) {
            if (draft.localGroup != null) {
                context.remark(
                        draft.span,
                        draft.describe() + ": laddr_group_name is for lb_kind FNAT, it is ignored",
                        "remove it, or write lb_kind FNAT");
            }
            return false;
        }
        context.report(
                DiagnosticCode.UNSUPPORTED,
                draft.span,
                draft.describe() + " asks for " + method + ", which is not built yet: it is not programmed",
                INSTEAD);
        if (method.equals("FNAT")) {
            checkFullNat(draft);
        }
        return true;
    }

    private void checkFullNat(VirtualServerDraft draft) {
        if (draft.target instanceof Target.Mark) {
            context.report(
                    DiagnosticCode.CONTRADICTION,
                    draft.span,
                    draft.describe() + ": FNAT is not for firewall marks",
                    "write virtual_server ADDRESS PORT");
        }
        if (draft.localGroup == null) {
            context.report(
                    DiagnosticCode.MISSING_SETTING,
                    draft.span,
                    draft.describe() + " has FNAT and no laddr_group_name",
                    "write laddr_group_name and the name of a local_address_group");
        } else if (!localGroups.contains(draft.localGroup)) {
            context.report(
                    DiagnosticCode.SUSPICIOUS,
                    draft.span,
                    draft.describe() + ": there is no local_address_group " + draft.localGroup,
                    "define it");
        }
    }

    /** The same for a real server with a method of its own. */
    boolean leavesOut(RealServerDraft server) {
        if (server.forkForwarding == null) {
            return false;
        }
        context.report(
                DiagnosticCode.UNSUPPORTED,
                server.span,
                "real_server " + server.address.getHostAddress() + " asks for " + server.forkForwarding
                        + ", which is not built yet: it is left out",
                INSTEAD);
        return true;
    }
}
