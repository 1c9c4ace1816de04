package dev.pollux.director.doctor;

import java.util.Locale;

/** How bad a finding is. */
enum Severity {
    /** Something does not work. */
    ERROR,
    /** Something does not work for some, or will not some day. */
    WARNING,
    /** Something to know; it does not change how the command ends. */
    NOTICE;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
