package dev.pollux.healthcheck;

import io.netty.channel.IoEventLoop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/**
 * How many connections the checkers of one loop may have open at a time. Who finds none left waits in line: servers must
 * not be called dead because this process has run out of descriptors. Owned by the loop.
 */
final class ConnectionBudget {

    private static final Path LIMITS = Path.of("/proc/self/limits");
    private static final String OPEN_FILES = "Max open files";
    /** What POSIX grants at least in practice, should the kernel not say. */
    private static final int CAUTIOUS_LIMIT = 1024;
    /** Descriptors for jars, logs, sockets of the other engines, scrapes of the metrics. */
    private static final int RESERVE = 256;

    private final IoEventLoop loop;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int left;

    ConnectionBudget(IoEventLoop loop, int connections) {
        this.loop = loop;
        this.left = connections;
    }

    /** Runs the task at once or, when the budget is spent, once it is its turn. Each run must be followed by one release. */
    void spend(Runnable task) {
        assert loop.inEventLoop();
        if (left > 0) {
            left--;
            task.run();
        } else {
            waiting.add(task);
        }
    }

    /** One connection has ended. */
    void release() {
        assert loop.inEventLoop();
        Runnable next = waiting.poll();
        if (next == null) {
            left++;
        } else {
            // Not from here: a long line of checks that fail at once would be as many nested calls.
            loop.execute(next);
        }
    }

    /**
     * Connections this process can afford. The JVM raises its limit of open files to the hard limit when it starts, so what
     * the kernel says now is all there is.
     */
    static int forThisProcess() {
        try {
            return fromLimits(Files.readAllLines(LIMITS));
        } catch (IOException e) {
            return afford(CAUTIOUS_LIMIT);
        }
    }

    /** From the lines of /proc/self/limits, proc(5). */
    static int fromLimits(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith(OPEN_FILES))
                .map(line -> line.substring(OPEN_FILES.length()).strip().split("\\s+", 2)[0])
                .mapToInt(soft -> afford("unlimited".equals(soft) ? Long.MAX_VALUE : Long.parseLong(soft)))
                .findFirst()
                .orElse(afford(CAUTIOUS_LIMIT));
    }

    private static int afford(long openFiles) {
        return (int) Math.min(Integer.MAX_VALUE, Math.max(openFiles / 2, openFiles - RESERVE));
    }
}
