package dev.pollux.grammar.text;

import dev.pollux.grammar.model.VrrpSettings;
import dev.pollux.grammar.model.VrrpSettings.GarpGroup;
import java.time.Duration;
import java.util.TreeMap;

/** {@link VrrpSettings}: keywords of {@code global_defs}, and blocks. */
final class VrrpSettingsText {

    private VrrpSettingsText() {}

    static void write(VrrpSettings vrrp, Lines lines) {
        given("vrrp_startup_delay", vrrp.startupDelay(), lines);
        given("vrrp_delay_after_boot", vrrp.delayAfterBoot(), lines);
        lines.flag("log_unknown_vrids", vrrp.logUnknownRouters());
        lines.flag("disable_local_igmp", vrrp.quietJoins());
    }

    static void writeBlocks(VrrpSettings vrrp, Lines lines) {
        for (GarpGroup group : vrrp.garpGroups()) {
            lines.block("garp_group", () -> {
                given("garp_interval", group.arpSpacing(), lines);
                given("gna_interval", group.neighbourSpacing(), lines);
                lines.block("interfaces", () -> group.interfaces().forEach(name -> lines.line(Lines.quoted(name))));
            });
        }
        if (!vrrp.linkDelays().isEmpty()) {
            lines.block("interface_up_down_delays", () -> new TreeMap<>(vrrp.linkDelays())
                    .forEach((name, delays) -> lines.line(Lines.quoted(name) + " " + Lines.decimal(delays.down()) + " "
                            + Lines.decimal(delays.up()))));
        }
    }

    private static void given(String keyword, Duration value, Lines lines) {
        if (!value.isZero()) {
            lines.seconds(keyword, value);
        }
    }
}
