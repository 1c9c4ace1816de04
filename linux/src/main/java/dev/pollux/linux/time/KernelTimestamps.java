package dev.pollux.linux.time;

/**
 * Puts the kernel's receive timestamps, which are wall-clock time (SO_TIMESTAMPNS, socket(7)), on the time line of a
 * {@link NanoClock}: a packet is as old as the wall clock has advanced since its stamp.
 *
 * <p>When somebody sets the wall clock between arrival and reading, the age is wrong by the step. So the difference
 * between the two clocks is remembered from call to call, and where it changed the younger of the two possible ages
 * counts; an arrival never lies in the future. Owned by one thread; allocates nothing.
 */
public final class KernelTimestamps {

    private final NanoClock clock;
    private final NanoClock wallClock;
    private long wallMinusClock;

    /** For timestamps of this machine's kernel. */
    public KernelTimestamps(NanoClock clock) {
        this(clock, new WallClock());
    }

    KernelTimestamps(NanoClock clock, NanoClock wallClock) {
        this.clock = clock;
        this.wallClock = wallClock;
        this.wallMinusClock = wallClock.nanoTime() - clock.nanoTime();
    }

    /**
     * When a packet arrived, in nanoseconds of the {@link NanoClock}.
     *
     * @param realtimeNanos the kernel's stamp in nanoseconds since 1970; 0 (no stamp) means now
     */
    public long toNanoTime(long realtimeNanos) {
        long now = clock.nanoTime();
        if (realtimeNanos == 0) {
            return now;
        }
        long before = wallMinusClock;
        wallMinusClock = wallClock.nanoTime() - now;
        long age = Math.min(age(realtimeNanos, before, now), age(realtimeNanos, wallMinusClock, now));
        return now - age;
    }

    private static long age(long realtimeNanos, long wallMinusClock, long now) {
        return Math.max(0, now - (realtimeNanos - wallMinusClock));
    }
}
