package dev.pollux.ipvs.policy;

import dev.pollux.grammar.model.QuorumSettings;
import dev.pollux.grammar.model.RealServerKey;
import dev.pollux.grammar.model.SorryServer;

/** What a step has changed, for the log, for notifications and for the counters. */
public sealed interface Occurrence {

    /** An occurrence at one real server. */
    sealed interface AtRealServer extends Occurrence {
        RealServerKey realServer();
    }

    /**
     * A real server became alive.
     *
     * @param inhibited it stood in the table with weight 0 meanwhile
     */
    record RealServerUp(RealServerKey realServer, boolean inhibited, Cause cause) implements AtRealServer {}

    /**
     * A real server died.
     *
     * @param inhibited it stays in the table with weight 0
     */
    record RealServerDown(RealServerKey realServer, boolean inhibited, Cause cause) implements AtRealServer {}

    /** The first result of a real server that was taken for down from the start ({@code alpha}) confirmed it. */
    record RealServerFoundDown(RealServerKey realServer, Cause cause) implements AtRealServer {}

    /** A reload brought a real server. */
    record RealServerAppeared(RealServerKey realServer, boolean alive) implements AtRealServer {}

    /** A reload took a real server out of the file. */
    record RealServerGone(RealServerKey realServer, boolean wasAlive) implements AtRealServer {}

    record WeightChanged(RealServerKey realServer, int from, int to, boolean alive) implements AtRealServer {}

    /**
     * Enough weight is alive.
     *
     * @param needed quorum plus hysteresis
     * @param weight of the living
     */
    record QuorumGained(QuorumSettings settings, long needed, long weight) implements Occurrence {}

    /**
     * Too little weight is alive.
     *
     * @param needed the least weight that would have kept (or, at start, given) the quorum
     * @param weight of the living
     * @param atStart there never was a quorum: the virtual server starts without
     */
    record QuorumLost(QuorumSettings settings, long needed, long weight, boolean atStart) implements Occurrence {}

    /** The sorry server takes the place of the real servers. */
    record SorryServerIn(SorryServer sorryServer) implements Occurrence {}

    /** The real servers take their place back. */
    record SorryServerOut(SorryServer sorryServer) implements Occurrence {}
}
