package dev.pollux.integration.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What the machine did to a timed stretch of a test. A stretch that was disturbed proves nothing against the program, so
 * its failure is not counted and the stretch is repeated; a stretch that met its bounds all the same stands.
 */
public final class Disturbances {

    private static final Duration NOTABLE_DELAY = Duration.ofMillis(5);
    private static final long NOTABLE_STEAL_TICKS = 2;

    private final RtnlProbe rtnl;
    private final Supplier<Collection<Long>> watched;

    private long since = System.nanoTime();
    private long stealAtStart = stealTicks();
    private RunQueueDelay delayAtStart = new RunQueueDelay(Map.of());

    /** @param watched process ids whose delays matter: the directors and the observers */
    public Disturbances(RtnlProbe rtnl, Supplier<Collection<Long>> watched) {
        this.rtnl = rtnl;
        this.watched = watched;
    }

    /** Waits until nobody holds the rtnl lock, and begins a timed stretch. */
    public void begin() {
        rtnl.settle();
        since = System.nanoTime();
        stealAtStart = stealTicks();
        delayAtStart = RunQueueDelay.now(Set.copyOf(watched.get()));
    }

    /** What disturbed the stretch since {@link #begin}, or empty. */
    public Optional<String> seen() {
        List<String> found = new ArrayList<>();
        Duration lock = rtnl.worstSince(since);
        if (!lock.isZero()) {
            found.add(String.format(Locale.ROOT, "the rtnl lock was held for %d ms", lock.toMillis()));
        }
        Duration delay = RunQueueDelay.now(Set.copyOf(watched.get())).worstSince(delayAtStart);
        if (delay.compareTo(NOTABLE_DELAY) > 0) {
            found.add(String.format(Locale.ROOT, "a watched thread waited %d ms for a CPU", delay.toMillis()));
        }
        long stolen = stealTicks() - stealAtStart;
        if (stolen > NOTABLE_STEAL_TICKS) {
            found.add(String.format(Locale.ROOT, "the host stole %d ticks of CPU time", stolen));
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", found));
    }

    /** What has held up everything for more than a second since {@link #begin}, or empty. */
    public Optional<String> stall() {
        Duration lock = rtnl.worstSince(since);
        return lock.toSeconds() < 1
                ? Optional.empty()
                : Optional.of(String.format(Locale.ROOT, "the rtnl lock was held for %d s", lock.toSeconds()));
    }

    /** Field 8 of the first line of {@code /proc/stat}, proc(5). */
    private static long stealTicks() {
        try {
            return Long.parseLong(Files.readString(Path.of("/proc/stat")).split("\\s+", 10)[8]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
