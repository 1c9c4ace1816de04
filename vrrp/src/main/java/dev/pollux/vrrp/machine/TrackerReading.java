package dev.pollux.vrrp.machine;

/** What is known of something tracked by name. */
public sealed interface TrackerReading {

    /** Nothing yet. */
    record Unknown() implements TrackerReading {}

    /** A script, processes or a BFD session: well or not. */
    record Health(boolean well) implements TrackerReading {}

    /** The number in a file. */
    record Value(long value) implements TrackerReading {}
}
