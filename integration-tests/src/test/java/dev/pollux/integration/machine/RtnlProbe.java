package dev.pollux.integration.machine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;

/**
 * Asks the kernel all the time for something that needs its one rtnl lock and fails, the deletion of an address that lo
 * does not have, and notes how long the answer takes. Deleting a bridge or a namespace with one in it, by anyone on the
 * machine, holds that lock for seconds; whoever adds an address then waits, and it is not the program's fault.
 */
public final class RtnlProbe implements AutoCloseable {

    private static final Duration INTERVAL = Duration.ofMillis(20);
    private static final Duration NOTABLE = Duration.ofMillis(5);
    private static final String REQUEST = "addr del 127.77.77.77/32 dev lo\n";

    /** A wait for the lock, in {@link System#nanoTime()}. */
    record Wait(long start, long end) {}

    private final Process ip;
    private final List<Wait> waits = new CopyOnWriteArrayList<>();
    private volatile long askedAt;
    private volatile boolean asking;

    private RtnlProbe(Process ip) {
        this.ip = ip;
    }

    public static RtnlProbe start() {
        try {
            Process ip = new ProcessBuilder("ip", "-force", "-batch", "-")
                    .redirectErrorStream(true)
                    .start();
            RtnlProbe probe = new RtnlProbe(ip);
            Thread thread = new Thread(probe::run, "rtnl probe");
            thread.setDaemon(true);
            thread.start();
            return probe;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The longest wait that ended after {@code since} ({@link System#nanoTime()}), one in progress included. */
    public Duration worstSince(long since) {
        long worst = asking ? System.nanoTime() - askedAt : 0;
        for (Wait wait : waits) {
            if (wait.end() >= since) {
                worst = Math.max(worst, wait.end() - wait.start());
            }
        }
        return worst > NOTABLE.toNanos() ? Duration.ofNanos(worst) : Duration.ZERO;
    }

    /** Waits, for a minute at most, until the lock has been free for half a second. */
    public void settle() {
        long halfSecond = Duration.ofMillis(500).toNanos();
        Awaitility.await("rtnl lock free")
                .atMost(Duration.ofMinutes(1))
                .until(() -> worstSince(System.nanoTime() - halfSecond).isZero());
    }

    @Override
    public void close() {
        ip.destroy();
    }

    private void run() {
        try (Writer requests = ip.outputWriter();
                BufferedReader answers = ip.inputReader()) {
            for (String answer = ""; answer != null; LockSupport.parkNanos(INTERVAL.toNanos())) {
                askedAt = System.nanoTime();
                asking = true;
                requests.write(REQUEST);
                requests.flush();
                answer = answers.readLine();
                long end = System.nanoTime();
                asking = false;
                if (end - askedAt > NOTABLE.toNanos()) {
                    waits.add(new Wait(askedAt, end));
                }
                answers.readLine();
            }
        } catch (IOException e) {
            asking = false;
        }
    }
}
