package dev.pollux.grammar.bind;

import dev.pollux.grammar.bind.ServiceCompletion.Services;
import dev.pollux.grammar.bind.VirtualServerDraft.Target;
import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.model.Forwarding;
import dev.pollux.grammar.model.QuorumAlerts;
import dev.pollux.grammar.model.RealServer;
import dev.pollux.grammar.model.Script;
import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.grammar.model.ServiceSettings;
import dev.pollux.grammar.model.VirtualServer;
import dev.pollux.grammar.model.VirtualServerKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a virtual server of its draft: defaults, corrections, and what its real servers inherit. */
final class VirtualServerCompletion {

    private final Context context;
    private final GlobalDraft global;
    private final ServiceCompletion services;
    private final ForkForwarding forks;
    private final TranslationCompletion translations;
    private final BalanceCompletion balance;
    private final RealServerCompletion realServers;
    private final QuorumCompletion quorum;
    private final Map<String, Integer> ordinals = new HashMap<>();

    VirtualServerCompletion(Context context, ConfigurationDraft draft) {
        this.context = context;
        this.global = draft.global;
        this.services = new ServiceCompletion(context, draft.serverGroups);
        this.forks = new ForkForwarding(context);
        this.translations = new TranslationCompletion(context, draft.localGroups);
        this.balance = new BalanceCompletion(context);
        this.realServers = new RealServerCompletion(context, draft.global, forks);
        this.quorum = new QuorumCompletion(context);
    }

    /** The virtual server, or null where nothing can serve, which is reported. */
    @Nullable
    VirtualServer complete(VirtualServerDraft draft) {
        if (forks.leavesOut(draft)) {
            return null;
        }
        Services served = services.complete(draft);
        if (served.keys().isEmpty()) {
            return null;
        }
        TranslationCompletion.Wanted translation = translations.complete(draft, served);
        if (translation instanceof TranslationCompletion.Wanted.Impossible) {
            return null;
        }
        ServiceSettings settings = balance.complete(draft, served);
        Forwarding forwarding = forwarding(draft);
        List<RealServer> servers = realServers.complete(draft, forwarding, served);
        if (servers.isEmpty()) {
            context.report(
                    DiagnosticCode.INCOMPLETE,
                    draft.span,
                    draft.describe() + " has no real_server, it is left out",
                    "write at least one real_server");
            return null;
        }
        return new VirtualServer(
                key(draft, served.keys().get(0)),
                served.keys(),
                settings,
                quorum.quorum(draft, servers),
                alerts(draft),
                onlyWhereHeld(draft),
                servers,
                quorum.sorryServer(draft, forwarding, servers),
                translation instanceof TranslationCompletion.Wanted.Translated translated
                        ? translated.translation()
                        : null);
    }

    private QuorumAlerts alerts(VirtualServerDraft draft) {
        Script gained = draft.scripts.find("quorum_up");
        Script lost = draft.scripts.find("quorum_down");
        return new QuorumAlerts(
                gained == null ? null : global.owned(gained),
                lost == null ? null : global.owned(lost),
                global.mailsOfCheckers(draft.mail, false));
    }

    /** A mark has no address that could be held. */
    private boolean onlyWhereHeld(VirtualServerDraft draft) {
        if (!draft.onlyWhereHeld || !(draft.target instanceof Target.Mark)) {
            return draft.onlyWhereHeld;
        }
        context.report(
                DiagnosticCode.CONTRADICTION,
                draft.span,
                draft.describe() + " has no address, ha_suspend is ignored",
                "remove ha_suspend");
        return false;
    }

    private VirtualServerKey key(VirtualServerDraft draft, ServiceKey service) {
        if (draft.target instanceof Target.Group group) {
            return new VirtualServerKey.Group(group.name(), ordinals.merge(group.name(), 1, Integer::sum) - 1);
        }
        return new VirtualServerKey.Single(service);
    }

    private Forwarding forwarding(VirtualServerDraft draft) {
        if ("FNAT".equals(draft.forkForwarding)) {
            return new Forwarding.Nat();
        }
        if (draft.forwarding != null) {
            return draft.forwarding;
        }
        if (draft.realServers.stream().anyMatch(server -> server.forwarding == null)) {
            context.report(
                    DiagnosticCode.MISSING_SETTING,
                    draft.span,
                    draft.describe() + " has no lvs_method, NAT is assumed",
                    "write lvs_method NAT, DR or TUN");
        }
        return new Forwarding.Nat();
    }
}
