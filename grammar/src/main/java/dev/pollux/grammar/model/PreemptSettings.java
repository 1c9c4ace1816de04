package dev.pollux.grammar.model;

import java.time.Duration;

/**
 * Whether a higher-priority backup takes over from a living master.
 *
 * @param enabled false with {@code nopreempt}
 * @param delay {@code preempt_delay}: how long a lower-priority master is left alone after start
 */
public record PreemptSettings(boolean enabled, Duration delay) {}
