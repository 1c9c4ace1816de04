package dev.pollux.director.scheduling;

import dev.pollux.linux.process.RealTimeLimit;
import dev.pollux.linux.process.ThreadScheduling;
import dev.pollux.linux.syscall.SystemCallException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the kernel for better scheduling, which it may refuse: that is said, and no reason not to run. For any thread. */
final class Attempts {

    private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);

    private final AtomicBoolean warned = new AtomicBoolean();

    /** Tries it; what the kernel says against it is a warning. */
    void make(String what, Runnable attempt) {
        try {
            attempt.run();
        } catch (SystemCallException e) {
            LOG.warn("{} has no effect: {}", what, e.getMessage());
        }
    }

    /**
     * Gives a thread this real-time priority, 0 for none. Gives false where that is refused, which is said once for all threads.
     *
     * @param thread as {@link ThreadScheduling} wants it
     */
    boolean realTime(int thread, int priority) {
        if (priority > 0 && !RealTimeLimit.lift()) {
            warn("the process has a limit of real-time computing (RLIMIT_RTTIME) at which it would be killed");
            return false;
        }
        try {
            if (priority > 0) {
                ThreadScheduling.realTime(thread, priority);
            } else {
                ThreadScheduling.ordinary(thread);
            }
            return true;
        } catch (SystemCallException e) {
            warn(e.getMessage() + "; CAP_SYS_NICE or RLIMIT_RTPRIO allows it");
            return false;
        }
    }

    private void warn(String reason) {
        if (!warned.getAndSet(true)) {
            LOG.warn(
                    "No real-time scheduling, adverts may be late on a busy machine: {} (vrrp_real_time off does without)",
                    reason);
        }
    }
}
