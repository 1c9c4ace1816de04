package dev.pollux.grammar.model;

import org.jspecify.annotations.Nullable;

/**
 * Who is told when a virtual server gains or loses its quorum.
 *
 * @param gained {@code quorum_up}; null: none
 * @param lost {@code quorum_down}; null: none
 * @param mail {@code smtp_alert}, else {@code smtp_alert_checker} or {@code smtp_alert} of global_defs, else false
 */
public record QuorumAlerts(
        @Nullable Script gained, @Nullable Script lost, boolean mail) {

    /** Nobody is told. */
    public static QuorumAlerts none() {
        return new QuorumAlerts(null, null, false);
    }
}
