package dev.pollux.grammar.bind;

/** The blocks that track something by name. */
enum TrackerBlock {
    SCRIPT("track_script", Names.Kind.SCRIPT),
    FILE("track_file", Names.Kind.FILE),
    PROCESS("track_process", Names.Kind.PROCESS),
    BFD("track_bfd", Names.Kind.BFD);

    private final String keyword;
    private final Names.Kind kind;

    TrackerBlock(String keyword, Names.Kind kind) {
        this.keyword = keyword;
        this.kind = kind;
    }

    String keyword() {
        return keyword;
    }

    Names.Kind kind() {
        return kind;
    }
}
