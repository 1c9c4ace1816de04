package dev.pollux.grammar.text;

import dev.pollux.grammar.model.SchedulingSettings;
import dev.pollux.grammar.model.ThreadSettings;
import java.util.stream.Collectors;

/** Writes what {@code global_defs} says of priorities. */
final class SchedulingText {

    private static final long NANOS_PER_MICROSECOND = 1000;

    private SchedulingText() {}

    static void write(SchedulingSettings settings, Lines lines) {
        SchedulingSettings defaults = SchedulingSettings.defaults();
        if (settings.highestAutomatic() != defaults.highestAutomatic()) {
            lines.number("max_auto_priority", settings.highestAutomatic());
        }
        if (!settings.automaticDelay().equals(defaults.automaticDelay())) {
            lines.number("min_auto_priority_delay", settings.automaticDelay().toNanos() / NANOS_PER_MICROSECOND);
        }
        if (settings.vrrp().realTimePriority() == 0) {
            lines.onOff("vrrp_real_time", false);
        }
        part("vrrp", settings.vrrp(), defaults.vrrp(), lines);
        part("checker", settings.checkers(), defaults.checkers(), lines);
        part("bfd", settings.bfd(), defaults.bfd(), lines);
    }

    private static void part(String name, ThreadSettings settings, ThreadSettings defaults, Lines lines) {
        if (settings.realTimePriority() > 0 && settings.realTimePriority() != defaults.realTimePriority()) {
            lines.number(name + "_rt_priority", settings.realTimePriority());
        }
        if (settings.nice() != null) {
            lines.number(name + "_priority", settings.nice());
        }
        if (!settings.processors().isEmpty()) {
            lines.line(name + "_cpu_affinity "
                    + settings.processors().stream().map(String::valueOf).collect(Collectors.joining(" ")));
        }
    }
}
