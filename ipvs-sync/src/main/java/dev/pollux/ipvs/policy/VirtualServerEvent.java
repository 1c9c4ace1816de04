package dev.pollux.ipvs.policy;

import dev.pollux.grammar.model.RealServerKey;
import dev.pollux.grammar.model.VirtualServer;

/** What happens to a virtual server from outside. */
public sealed interface VirtualServerEvent {

    /**
     * A checker's first result, or a result that differs from its last.
     *
     * @param checker index of the checker in its real server
     * @param reason for people
     */
    record Verdict(RealServerKey realServer, int checker, boolean up, String reason) implements VirtualServerEvent {}

    /**
     * A checker moves the weight of its real server.
     *
     * @param delta what it adds to the configured weight now; 0: nothing any more
     */
    record WeightAdjusted(RealServerKey realServer, int checker, long delta) implements VirtualServerEvent {}

    /**
     * A reload: the parameters of this step are new.
     *
     * @param previous what was configured before
     */
    record Reconfigured(VirtualServer previous) implements VirtualServerEvent {}
}
