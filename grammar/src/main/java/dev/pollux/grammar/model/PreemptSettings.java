package dev.pollux.grammar.model;

import java.time.Duration;

/**
 * Whether a higher-priority backup takes over from a living master.
 *
 * @param enabled false with {@code nopreempt}
 * @param delay {@code preempt_delay}: how long a lower-priority master is left alone after start
 * @param expiredBackup {@code timer_expired_backup}: a master that did not run for as long as a backup of this priority needs to
 *     take over gives way to it; 0: it does not
 */
public record PreemptSettings(boolean enabled, Duration delay, int expiredBackup) {

    /** Without {@code timer_expired_backup}. */
    public PreemptSettings(boolean enabled, Duration delay) {
        this(enabled, delay, 0);
    }
}
