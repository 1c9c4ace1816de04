package dev.pollux.linux.process;

import dev.pollux.linux.syscall.ProcessCalls;
import dev.pollux.linux.syscall.SystemCallException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Scheduling of the calling thread (sched(7)). */
public final class ThreadScheduling {

    private static final int SCHED_RR = 2;
    private static final int SCHED_RESET_ON_FORK = 0x4000_0000;

    private ThreadScheduling() {}

    /**
     * Real-time round robin for the calling thread alone: threads and processes it starts are ordinary ones.
     *
     * @param priority 1 (least) to 99
     * @throws SystemCallException EPERM without CAP_SYS_NICE or RLIMIT_RTPRIO
     */
    public static void realTime(int priority) {
        ByteBuffer parameters = ByteBuffer.allocateDirect(Integer.BYTES).order(ByteOrder.nativeOrder());
        ProcessCalls.scheduler(SCHED_RR | SCHED_RESET_ON_FORK, parameters.putInt(0, priority));
    }
}
