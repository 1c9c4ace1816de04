package dev.pollux.linux.process;

import dev.pollux.linux.signal.Signal;
import dev.pollux.linux.syscall.ProcessCalls;

/** Learning that the supervisor is gone (prctl(2), PR_SET_PDEATHSIG). */
public final class ParentDeath {

    private static final int PR_SET_PDEATHSIG = 1;

    private ParentDeath() {}

    /**
     * Has the kernel send this signal to the process when its parent ends. Call it on a thread that lives as long as the
     * process, because the request ends with the calling thread; a parent that ended before is not noticed.
     */
    public static void signal(Signal signal) {
        ProcessCalls.control(PR_SET_PDEATHSIG, signal.number());
    }
}
