package dev.pollux.linux.syscall;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** sched_setscheduler(2), sched_setaffinity(2), setpriority(2) and setrlimit(2). Thread 0 is the calling one. */
public final class SchedulingCalls {

    private static final int PRIO_PROCESS = 0;

    private SchedulingCalls() {}

    /** sched_setscheduler(2). */
    public static void scheduler(int thread, int policy, int priority) {
        ByteBuffer parameters = buffer(Integer.BYTES).putInt(0, priority);
        CLibrary.check("sched_setscheduler", SchedulingLibrary.LIBC.sched_setscheduler(thread, policy, parameters));
    }

    /** setpriority(2) of one thread, which is what Linux makes of PRIO_PROCESS. */
    public static void nice(int thread, int value) {
        CLibrary.check("setpriority", SchedulingLibrary.LIBC.setpriority(PRIO_PROCESS, thread, value));
    }

    /**
     * sched_setaffinity(2).
     *
     * @param mask a bit for each processor, lowest first
     */
    public static void affinity(int thread, byte[] mask) {
        ByteBuffer set = buffer(mask.length).put(0, mask);
        CLibrary.check("sched_setaffinity", SchedulingLibrary.LIBC.sched_setaffinity(thread, mask.length, set));
    }

    /** setrlimit(2). */
    public static void limit(int resource, long soft, long hard) {
        ByteBuffer limits = buffer(2 * Long.BYTES).putLong(0, soft).putLong(Long.BYTES, hard);
        CLibrary.check("setrlimit", SchedulingLibrary.LIBC.setrlimit(resource, limits));
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocateDirect(size).order(ByteOrder.nativeOrder());
    }
}
