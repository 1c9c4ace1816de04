package dev.pollux.grammar.model;

import java.util.List;

/**
 * What an instance watches besides adverts.
 *
 * @param primaryInterface false with {@code dont_track_primary}: the instance's own interface may go down without a fault
 * @param interfaces {@code track_interface}
 */
public record TrackSettings(boolean primaryInterface, List<TrackedInterface> interfaces) {

    public TrackSettings {
        interfaces = List.copyOf(interfaces);
    }

    /**
     * One line of {@code track_interface}.
     *
     * @param weight 0: down means FAULT; positive: added to the priority while up; negative: added while down
     * @param reverse the sense is inverted
     */
    public record TrackedInterface(String name, int weight, boolean reverse) {}
}
