package dev.pollux.linux.time;

import dev.pollux.linux.syscall.ProcessCalls;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** CLOCK_REALTIME, in nanoseconds since 1970. Owned by one thread; allocates nothing. */
final class WallClock implements NanoClock {

    private static final int CLOCK_REALTIME = 0;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final ByteBuffer timespec = ByteBuffer.allocateDirect(16).order(ByteOrder.nativeOrder());

    @Override
    public long nanoTime() {
        ProcessCalls.clock(CLOCK_REALTIME, timespec);
        return timespec.getLong(0) * NANOS_PER_SECOND + timespec.getLong(8);
    }
}
