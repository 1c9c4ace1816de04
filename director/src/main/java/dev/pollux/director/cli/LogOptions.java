package dev.pollux.director.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the log goes.
 *
 * @param console to standard error
 * @param detail more lines
 * @param syslog to /dev/log
 * @param facility syslog facility as in RFC 3164 4.1.1, 0 to 23
 * @param file null: to no file
 */
public record LogOptions(
        boolean console,
        boolean detail,
        boolean syslog,
        int facility,
        @Nullable Path file) {

    static final String DEFAULT_FILE = "/var/log/pollux.log";

    static final int FACILITY_DAEMON = 3;
}
