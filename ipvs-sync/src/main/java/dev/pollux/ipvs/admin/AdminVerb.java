package dev.pollux.ipvs.admin;

import org.apache.commons.cli.Option;
import org.jspecify.annotations.Nullable;

/** The commands of ipvsadm: one of them is the first option on its command line. */
enum AdminVerb {
    ADD_SERVICE("A", "add-service"),
    EDIT_SERVICE("E", "edit-service"),
    DELETE_SERVICE("D", "delete-service"),
    CLEAR("C", "clear"),
    RESTORE("R", "restore"),
    SAVE("S", "save"),
    ADD_SERVER("a", "add-server"),
    EDIT_SERVER("e", "edit-server"),
    DELETE_SERVER("d", "delete-server"),
    ADD_LADDR("P", "add-laddr"),
    DEL_LADDR("Q", "del-laddr"),
    GET_LADDR("G", "get-laddr"),
    LIST("L", "list"),
    ZERO("Z", "zero"),
    SET(null, "set"),
    START_DAEMON(null, "start-daemon"),
    STOP_DAEMON(null, "stop-daemon"),
    HELP("h", "help"),
    VERSION("v", "version");

    private final @Nullable String letter;
    private final String longName;

    AdminVerb(@Nullable String letter, String longName) {
        this.letter = letter;
        this.longName = longName;
    }

    String longName() {
        return longName;
    }

    Option toOption() {
        return Option.builder(letter).longOpt(longName).hasArg(takesState()).get();
    }

    /** For messages: {@code -A} or {@code --set}. */
    @Override
    public String toString() {
        return letter == null ? "--" + longName : "-" + letter;
    }

    private boolean takesState() {
        return longName.endsWith("-daemon");
    }
}
