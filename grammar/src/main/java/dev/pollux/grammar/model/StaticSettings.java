package dev.pollux.grammar.model;

import java.util.List;

/**
 * {@code static_ipaddress}, {@code static_routes}, {@code static_rules}: what is there for as long as the director runs.
 *
 * @param trackGroups {@code track_group}: whom it concerns when an entry cannot be there
 */
public record StaticSettings(
        List<Entry<VirtualAddress>> addresses,
        List<Entry<VirtualRoute>> routes,
        List<Entry<VirtualRule>> rules,
        List<TrackGroup> trackGroups) {

    public static final StaticSettings NONE = new StaticSettings(List.of(), List.of(), List.of(), List.of());

    public StaticSettings {
        addresses = List.copyOf(addresses);
        routes = List.copyOf(routes);
        rules = List.copyOf(rules);
        trackGroups = List.copyOf(trackGroups);
    }

    /**
     * One line of a block.
     *
     * @param trackGroup empty: none
     */
    public record Entry<T>(T value, String trackGroup) {}

    /**
     * A {@code track_group}.
     *
     * @param instances names
     */
    public record TrackGroup(String name, List<String> instances) {
        public TrackGroup {
            instances = List.copyOf(instances);
        }
    }
}
