package dev.pollux.integration.machine;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * How long each thread of some processes has been ready to run without a CPU: the second figure of
 * {@code /proc/PID/task/TID/schedstat}, nanoseconds, by thread. A pause inside the program does not count there.
 */
public record RunQueueDelay(Map<Path, Long> nanosByThread) {

    public static RunQueueDelay now(Collection<Long> pids) {
        Map<Path, Long> delays = new HashMap<>();
        for (long pid : pids) {
            try (DirectoryStream<Path> threads = Files.newDirectoryStream(Path.of("/proc", pid + "", "task"))) {
                for (Path thread : threads) {
                    String[] figures =
                            Files.readString(thread.resolve("schedstat")).split(" ", 3);
                    delays.put(thread, Long.parseLong(figures[1]));
                }
            } catch (IOException | DirectoryIteratorException e) {
                // The process or one of its threads has just ended: what it waited counts no more.
            }
        }
        return new RunQueueDelay(delays);
    }

    /** The longest that one thread has waited since {@code before}. */
    public Duration worstSince(RunQueueDelay before) {
        long worst = 0;
        for (Map.Entry<Path, Long> entry : nanosByThread.entrySet()) {
            worst = Math.max(worst, entry.getValue() - before.nanosByThread.getOrDefault(entry.getKey(), 0L));
        }
        return Duration.ofNanos(worst);
    }
}
