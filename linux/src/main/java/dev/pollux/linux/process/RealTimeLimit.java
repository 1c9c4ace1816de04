package dev.pollux.linux.process;

import dev.pollux.linux.syscall.SchedulingCalls;
import dev.pollux.linux.syscall.SystemCallException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * How long a real-time thread may compute without a system call that waits (RLIMIT_RTTIME, getrlimit(2)). At the limit the kernel
 * ends the whole process, and a garbage collection would reach any limit that makes sense.
 */
public final class RealTimeLimit {

    private static final int RLIMIT_RTTIME = 15;
    private static final long UNLIMITED = -1;
    private static final Path LIMITS = Path.of("/proc/self/limits");
    private static final String NAME = "Max realtime timeout";
    private static final String NONE = "unlimited";

    private RealTimeLimit() {}

    /** Lifts a limit that the process was started with. Gives false where it may not: then no thread should be a real-time one. */
    public static boolean lift() {
        try {
            return unlimited(Files.readAllLines(LIMITS)) || raise();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether neither the soft nor the hard limit is a number. */
    static boolean unlimited(List<String> limits) {
        return limits.stream()
                .filter(line -> line.startsWith(NAME))
                .map(line -> List.of(line.substring(NAME.length()).strip().split("\\s+", -1)))
                .allMatch(values -> values.get(0).equals(NONE) && values.get(1).equals(NONE));
    }

    private static boolean raise() {
        try {
            SchedulingCalls.limit(RLIMIT_RTTIME, UNLIMITED, UNLIMITED);
            return true;
        } catch (SystemCallException e) {
            return false;
        }
    }
}
