package dev.pollux.grammar.model;

import java.time.Duration;

/**
 * How the threads of the program run.
 *
 * @param vrrp those that adverts depend on; the least real-time priority unless the file says otherwise
 * @param checkers those of health checks and of the IPVS table
 * @param bfd those of BFD
 * @param highestAutomatic {@code max_auto_priority}: up to which real-time priority a thread whose timers are late may rise; 0:
 *     none does
 * @param automaticDelay {@code min_auto_priority_delay}: what counts as late
 */
public record SchedulingSettings(
        ThreadSettings vrrp,
        ThreadSettings checkers,
        ThreadSettings bfd,
        int highestAutomatic,
        Duration automaticDelay) {

    private static final SchedulingSettings DEFAULTS = new SchedulingSettings(
            ThreadSettings.ORDINARY.withRealTime(1),
            ThreadSettings.ORDINARY,
            ThreadSettings.ORDINARY,
            0,
            Duration.ofSeconds(1));

    public static SchedulingSettings defaults() {
        return DEFAULTS;
    }
}
