package dev.pollux.director.track;

import dev.pollux.grammar.model.TrackerKey;
import dev.pollux.vrrp.machine.TrackerReading;

/** Hears what trackers give. Called on the {@code control} loop, when something changed. */
@FunctionalInterface
public interface ReadingListener {
    void read(TrackerKey key, TrackerReading reading);
}
