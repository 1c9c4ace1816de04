package dev.pollux.linux.process;

import dev.pollux.linux.syscall.ProcessCalls;
import dev.pollux.linux.syscall.SystemCallException;

/** Keeps this process's memory from being paged out (mlockall(2)). */
public final class MemoryLock {

    private static final int MCL_CURRENT = 1;
    private static final int MCL_FUTURE = 2;
    private static final int MCL_ONFAULT = 4;

    private MemoryLock() {}

    /**
     * Locks every page from when it is first touched. Without MCL_ONFAULT the whole reserved heap would become resident.
     *
     * @throws SystemCallException EPERM or ENOMEM without CAP_IPC_LOCK, depending on RLIMIT_MEMLOCK
     */
    public static void lockAll() {
        ProcessCalls.lockMemory(MCL_CURRENT | MCL_FUTURE | MCL_ONFAULT);
    }
}
