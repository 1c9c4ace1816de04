package dev.pollux.ipvs.policy;

import dev.pollux.grammar.model.RealServer;
import dev.pollux.grammar.model.RealServerKey;
import dev.pollux.grammar.model.VirtualServer;
import dev.pollux.ipvs.policy.Occurrence.RealServerDown;
import dev.pollux.ipvs.policy.Occurrence.RealServerFoundDown;
import dev.pollux.ipvs.policy.Occurrence.RealServerUp;
import dev.pollux.ipvs.policy.Occurrence.WeightChanged;
import dev.pollux.ipvs.policy.VirtualServerEvent.Reconfigured;
import dev.pollux.ipvs.policy.VirtualServerEvent.Verdict;
import dev.pollux.ipvs.policy.VirtualServerEvent.WeightAdjusted;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * When real servers and their virtual server are up, as keepalived decides it: a real server dies with the first of its
 * checkers and lives again when the last one has recovered; {@code alpha} checkers count as failed until they succeed.
 */
public final class VirtualServerPolicy {

    private VirtualServerPolicy() {}

    /** A virtual server that was not configured before. */
    public static Transition start(VirtualServer server) {
        Map<RealServerKey, RealServerState> realServers = new LinkedHashMap<>();
        server.realServers().forEach(real -> realServers.put(real.key(), CheckerCarryOver.fresh(real)));
        VirtualServerStep step = new VirtualServerStep(server, new VirtualServerState(realServers, false));
        step.startQuorum();
        return step.transition();
    }

    /** Events about real servers and checkers that are not configured (any more) change nothing. */
    public static Transition step(VirtualServerState state, VirtualServerEvent event, VirtualServer server) {
        if (event instanceof Reconfigured reconfigured) {
            return ReloadPolicy.step(state, reconfigured.previous(), server);
        }
        VirtualServerStep step = new VirtualServerStep(server, state);
        if (event instanceof Verdict verdict) {
            find(server, verdict.realServer())
                    .filter(real -> verdict.checker() < real.checkers().size())
                    .ifPresent(real -> judge(step, real, verdict));
        } else if (event instanceof WeightAdjusted adjusted) {
            find(server, adjusted.realServer()).ifPresent(real -> adjust(step, real, adjusted));
        }
        return step.transition();
    }

    private static void judge(VirtualServerStep step, RealServer server, Verdict verdict) {
        RealServerState before = step.state().of(server);
        RealServerState after = before.withVerdict(verdict.checker(), verdict.up());
        Cause cause = new Cause(server.checkers().get(verdict.checker()), verdict.reason());
        if (after.alive() != before.alive()) {
            step.tell(
                    after.alive()
                            ? new RealServerUp(server.key(), server.inhibitOnFailure(), cause)
                            : new RealServerDown(server.key(), server.inhibitOnFailure(), cause));
            after = after.announced();
        } else if (before.unannounced() && !verdict.up()) {
            step.tell(new RealServerFoundDown(server.key(), cause));
            after = after.announced();
        }
        if (step.replace(server, after)) {
            step.evaluateQuorum();
        }
    }

    private static void adjust(VirtualServerStep step, RealServer server, WeightAdjusted adjusted) {
        RealServerState before = step.state().of(server);
        RealServerState after = before.withDelta(adjusted.checker(), adjusted.delta());
        int from = before.weight(server);
        int to = after.weight(server);
        if (from != to) {
            step.tell(new WeightChanged(server.key(), from, to, after.alive()));
        }
        if (step.replace(server, after)) {
            step.evaluateQuorum();
        }
    }

    private static Optional<RealServer> find(VirtualServer server, RealServerKey key) {
        return server.realServers().stream()
                .filter(real -> real.key().equals(key))
                .findFirst();
    }
}
