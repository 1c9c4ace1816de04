package dev.pollux.grammar.model;

import org.jspecify.annotations.Nullable;

/**
 * Who is told when a real server goes up or down.
 *
 * @param up {@code notify_up}; null: none
 * @param down {@code notify_down}; null: none
 * @param mail {@code smtp_alert}, else {@code smtp_alert_checker} or {@code smtp_alert} of global_defs, else true
 */
public record ServerAlerts(@Nullable Script up, @Nullable Script down, boolean mail) {

    /** Nobody is told. */
    public static ServerAlerts none() {
        return new ServerAlerts(null, null, false);
    }
}
