package dev.pollux.grammar.text;

import dev.pollux.grammar.model.RouteText;
import dev.pollux.grammar.model.RuleText;
import dev.pollux.grammar.model.StaticSettings;
import dev.pollux.grammar.model.StaticSettings.Entry;
import dev.pollux.grammar.model.VirtualRoute;
import dev.pollux.grammar.model.VirtualRule;
import java.util.List;
import java.util.function.Function;

/** {@code static_ipaddress}, {@code static_routes}, {@code static_rules} and {@code track_group}. */
final class StaticText {

    private StaticText() {}

    static void write(Lines lines, StaticSettings statics) {
        for (StaticSettings.TrackGroup group : statics.trackGroups()) {
            lines.block(
                    "track_group " + Lines.quoted(group.name()),
                    () -> lines.block("group", () -> group.instances().forEach(name -> lines.line('"' + name + '"'))));
        }
        block(
                lines,
                "static_ipaddress",
                statics.addresses(),
                entry -> tracked(VirtualAddressText.of(entry.value()), entry));
        block(lines, "static_routes", statics.routes(), entry -> tracked(route(entry.value()), entry));
        block(lines, "static_rules", statics.rules(), entry -> tracked(rule(entry.value()), entry));
    }

    static <T> void block(Lines lines, String keyword, List<T> entries, Function<T, String> line) {
        if (!entries.isEmpty()) {
            lines.block(keyword, () -> entries.forEach(entry -> lines.line(line.apply(entry))));
        }
    }

    static String route(VirtualRoute route) {
        return RouteText.of(route) + (route.tracked() ? "" : " no_track");
    }

    static String rule(VirtualRule rule) {
        return RuleText.of(rule) + (rule.tracked() ? "" : " no_track");
    }

    private static String tracked(String line, Entry<?> entry) {
        return line + (entry.trackGroup().isEmpty() ? "" : " track_group " + Lines.quoted(entry.trackGroup()));
    }
}
