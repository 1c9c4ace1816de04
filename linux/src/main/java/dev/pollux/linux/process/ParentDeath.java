package dev.pollux.linux.process;

import dev.pollux.linux.signal.Signal;
import dev.pollux.linux.syscall.ProcessCalls;

/** Learning that the supervisor is gone (prctl(2), PR_SET_PDEATHSIG). */
public final class ParentDeath {

    private static final int PR_SET_PDEATHSIG = 1;

    private ParentDeath() {}

    /** Has the kernel send this signal when the parent ends. A parent that ended before is not noticed. */
    public static void signal(Signal signal) {
        ProcessCalls.control(PR_SET_PDEATHSIG, signal.number());
    }
}
