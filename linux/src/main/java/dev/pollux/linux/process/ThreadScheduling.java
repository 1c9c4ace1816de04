package dev.pollux.linux.process;

import dev.pollux.linux.syscall.SchedulingCalls;
import dev.pollux.linux.syscall.SystemCallException;
import java.util.BitSet;
import java.util.Set;

/**
 * Scheduling of single threads of this process (sched(7)). Whatever is set here, what such a thread starts afterwards, be it a
 * thread or a process, has ordinary scheduling and no better nice value than 0 (SCHED_RESET_ON_FORK).
 */
public final class ThreadScheduling {

    /** In place of the number of a thread: the calling one. */
    public static final int CALLER = 0;

    private static final int SCHED_OTHER = 0;
    private static final int SCHED_RR = 2;
    private static final int SCHED_RESET_ON_FORK = 0x4000_0000;
    private static final int MASK_BYTES = Long.BYTES;

    private ThreadScheduling() {}

    /**
     * Real-time round robin.
     *
     * @param thread {@link #CALLER} or a number of {@link OwnThreads}
     * @param priority 1 (least) to 99
     * @throws SystemCallException EPERM without CAP_SYS_NICE or RLIMIT_RTPRIO, or in a control group without a share of it
     */
    public static void realTime(int thread, int priority) {
        SchedulingCalls.scheduler(thread, SCHED_RR | SCHED_RESET_ON_FORK, priority);
    }

    /** Ends {@link #realTime}. */
    public static void ordinary(int thread) {
        SchedulingCalls.scheduler(thread, SCHED_OTHER | SCHED_RESET_ON_FORK, 0);
    }

    /**
     * The nice value, which counts as long as the thread is not a real-time one.
     *
     * @throws SystemCallException EACCES or EPERM for a better one without CAP_SYS_NICE or RLIMIT_NICE
     */
    public static void nice(int thread, int value) {
        SchedulingCalls.nice(thread, value);
    }

    /**
     * The processors it may run on; unlike the rest this is inherited.
     *
     * @throws SystemCallException EINVAL if it may run on none of them
     */
    public static void processors(int thread, Set<Integer> numbers) {
        BitSet bits = new BitSet();
        numbers.forEach(bits::set);
        byte[] mask = new byte[(bits.length() + Long.SIZE - 1) / Long.SIZE * MASK_BYTES];
        byte[] used = bits.toByteArray();
        System.arraycopy(used, 0, mask, 0, used.length);
        SchedulingCalls.affinity(thread, mask);
    }
}
