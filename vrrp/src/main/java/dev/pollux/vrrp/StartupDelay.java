package dev.pollux.vrrp;

import dev.pollux.grammar.model.VrrpSettings;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;

/**
 * {@code vrrp_startup_delay} and {@code vrrp_delay_after_boot}: how long after the start, or after the machine's, nothing is heard
 * and no timer runs. A reload changes nothing about it. Owned by the {@code vrrp} loop.
 */
final class StartupDelay {

    private final VrrpEnvironment environment;
    private final Logger log;
    private long until;
    private boolean begun;

    StartupDelay(VrrpEnvironment environment, Logger log) {
        this.environment = environment;
        this.log = log;
        this.until = environment.clock().nanoTime();
    }

    /** The first configuration counts. The clock runs since the machine was started (CLOCK_MONOTONIC). */
    void begin(VrrpSettings settings) {
        if (begun) {
            return;
        }
        begun = true;
        long now = environment.clock().nanoTime();
        until = Math.max(
                now + settings.startupDelay().toNanos(),
                settings.delayAfterBoot().toNanos());
        if (until > now) {
            log.info("Delaying startup for {} ms", TimeUnit.NANOSECONDS.toMillis(until - now));
        }
    }

    boolean under() {
        return until > environment.clock().nanoTime();
    }

    /** When timers begin to run, in nanoseconds; in the past where there is no delay. */
    long until() {
        return until;
    }
}
