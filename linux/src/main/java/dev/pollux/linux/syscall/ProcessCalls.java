package dev.pollux.linux.syscall;

import java.nio.ByteBuffer;

/** mlockall(2), prctl(2), sched_setscheduler(2) and clock_gettime(2). */
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
     * sched_setscheduler(2) of the calling thread.
     *
     * @param parameters a direct buffer with {@code struct sched_param}: the priority as one int
     */
    public static void scheduler(int policy, ByteBuffer parameters) {
        CLibrary.check("sched_setscheduler", CLibrary.LIBC.sched_setscheduler(0, policy, parameters));
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
