package dev.pollux.grammar.bind;

import dev.pollux.grammar.bind.ServiceCompletion.Services;
import dev.pollux.grammar.bind.VirtualServerDraft.Target;
import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.grammar.model.ServiceSettings;
import dev.pollux.grammar.model.ServiceSettings.Flag;
import dev.pollux.grammar.model.ServiceSettings.Persistence;
import dev.pollux.grammar.model.TransportProtocol;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How a virtual server is balanced: scheduler, flags and persistence. */
final class BalanceCompletion {

    private final Context context;

    BalanceCompletion(Context context) {
        this.context = context;
    }

    ServiceSettings complete(VirtualServerDraft draft, Services services) {
        if (draft.scheduler == null) {
            context.report(
                    DiagnosticCode.MISSING_SETTING,
                    draft.span,
                    draft.describe() + " has no lvs_sched, wlc is assumed",
                    "write lvs_sched and a scheduler");
        }
        if (draft.flags.contains(Flag.ONE_PACKET)
                && services.protocol() != TransportProtocol.UDP
                && draft.target instanceof Target.Address) {
            context.report(
                    DiagnosticCode.CONTRADICTION,
                    draft.span,
                    draft.describe() + ": ops is for UDP only, it is ignored",
                    "remove ops");
            draft.flags.remove(Flag.ONE_PACKET);
        }
        return new ServiceSettings(
                draft.scheduler == null ? "wlc" : draft.scheduler, draft.flags, persistence(draft, services));
    }

    private @Nullable Persistence persistence(VirtualServerDraft draft, Services services) {
        boolean everyPort = services.keys().stream().anyMatch(BalanceCompletion::isEveryPort);
        Long seconds = draft.persistenceTimeout;
        if (seconds == null && draft.persistencePrefix != null) {
            seconds = PersistenceTimeoutType.DEFAULT_SECONDS;
        }
        if (seconds == null && everyPort) {
            seconds = PersistenceTimeoutType.DEFAULT_SECONDS;
            context.report(
                    DiagnosticCode.MISSING_SETTING,
                    draft.span,
                    draft.describe() + " has no port, persistence_timeout " + seconds + " is assumed",
                    "write a port, or persistence_timeout");
        }
        if (seconds == null) {
            return null;
        }
        int bits = services.family().bits();
        int prefix = draft.persistencePrefix == null ? bits : Math.min(draft.persistencePrefix, bits);
        return new Persistence(Duration.ofSeconds(seconds), prefix, draft.persistenceEngine);
    }

    private static boolean isEveryPort(ServiceKey key) {
        return key instanceof ServiceKey.ByAddress address && address.port() == 0;
    }
}
