package dev.pollux.grammar.model;

/** The name of something tracked; each kind has names of its own. */
public record TrackerKey(Kind kind, String name) {

    /** What can be tracked by name. */
    public enum Kind {
        SCRIPT,
        FILE,
        PROCESS,
        BFD
    }
}
