package dev.pollux.grammar.model;

import java.util.List;

/**
 * What an instance watches besides adverts.
 *
 * @param primaryInterface false with {@code dont_track_primary}: the instance's own interface may go down without a fault
 * @param interfaces {@code track_interface}
 * @param objects {@code track_script}, {@code track_file}, {@code track_process} and {@code track_bfd}
 */
public record TrackSettings(boolean primaryInterface, List<TrackedInterface> interfaces, List<TrackedObject> objects) {

    public TrackSettings {
        interfaces = List.copyOf(interfaces);
        objects = List.copyOf(objects);
    }

    /**
     * One line of {@code track_interface}.
     *
     * @param weight 0: down means FAULT; positive: added to the priority while up; negative: added while down
     * @param reverse the sense is inverted
     */
    public record TrackedInterface(String name, int weight, boolean reverse) {}

    /**
     * One line of another {@code track_...} block.
     *
     * @param weight 0: failure means FAULT; positive: added to the priority while well; negative: added while failed; a
     *     file's number is multiplied by it
     * @param reverse the sense is inverted
     */
    public record TrackedObject(TrackerKey key, int weight, boolean reverse) {}
}
