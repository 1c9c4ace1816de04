package dev.pollux.grammar.text;

import dev.pollux.grammar.model.IpvsSettings;

/** Writes what {@code global_defs} says of IPVS. */
final class IpvsSettingsText {

    private IpvsSettingsText() {}

    static void write(IpvsSettings settings, Lines lines) {
        lines.flag("lvs_flush", settings.flushAtStart());
        lines.flag("lvs_flush_on_stop", settings.flushOnStop());
    }
}
