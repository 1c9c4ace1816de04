package dev.pollux.grammar.bind;

/** The blocks that track something by name. */
enum TrackerBlock {
    SCRIPT("track_script", Names.Kind.SCRIPT, TrackLine.LIMIT),
    FILE("track_file", Names.Kind.FILE, TrackLine.LIMIT + 1),
    PROCESS("track_process", Names.Kind.PROCESS, TrackLine.LIMIT + 1),
    BFD("track_bfd", Names.Kind.BFD, TrackLine.LIMIT);

    private final String keyword;
    private final Names.Kind kind;
    private final int limit;

    TrackerBlock(String keyword, Names.Kind kind, int limit) {
        this.keyword = keyword;
        this.kind = kind;
        this.limit = limit;
    }

    String keyword() {
        return keyword;
    }

    Names.Kind kind() {
        return kind;
    }

    /** Of weights, in either direction. */
    int limit() {
        return limit;
    }
}
