package dev.pollux.director.doctor;

import java.util.List;

/**
 * Something that is wrong.
 *
 * @param what it is here, in a few words
 * @param commands that mend it, one a line, perhaps after comments that say where
 */
record Finding(FindingKind kind, String what, List<String> commands) {

    Finding {
        commands = List.copyOf(commands);
    }

    static Finding of(FindingKind kind, String what, String... commands) {
        return new Finding(kind, what, List.of(commands));
    }
}
