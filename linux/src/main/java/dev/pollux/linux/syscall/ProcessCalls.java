package dev.pollux.linux.syscall;

import java.nio.ByteBuffer;

/** mlockall(2), prctl(2) and clock_gettime(2). */
public final class ProcessCalls {

    private ProcessCalls() {}

    /** mlockall(2). */
    public static void lockMemory(int flags) {
        CLibrary.check("mlockall", CLibrary.LIBC.mlockall(flags));
    }

    /** prctl(2) with one argument. */
    public static int control(int option, long argument) {
        return CLibrary.check("prctl", CLibrary.LIBC.prctl(option, argument, 0, 0, 0));
    }

    /**
     * clock_gettime(2).
     *
     * @param timespec a direct buffer of 16 bytes in native order: seconds, nanoseconds
     */
    public static void clock(int clock, ByteBuffer timespec) {
        CLibrary.check("clock_gettime", CLibrary.LIBC.clock_gettime(clock, timespec));
    }
}
