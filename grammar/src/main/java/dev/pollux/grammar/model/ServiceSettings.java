package dev.pollux.grammar.model;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the kernel balances a service.
 *
 * @param scheduler {@code lvs_sched} or {@code lb_algo}: the kernel's name of the scheduler, {@code wlc} by default
 * @param persistence null: every connection is scheduled anew
 */
public record ServiceSettings(
        String scheduler, Set<Flag> flags, @Nullable Persistence persistence) {

    public ServiceSettings {
        flags = Set.copyOf(flags);
    }

    /** Flags of a service besides persistence; what SCHEDULER_n means is the scheduler's affair. */
    public enum Flag {
        ONE_PACKET,
        SCHEDULER_1,
        SCHEDULER_2,
        SCHEDULER_3
    }

    /**
     * Connections of one client go to one real server.
     *
     * @param timeout {@code persistence_timeout}: whole seconds, at least 1
     * @param prefixLength {@code persistence_granularity} as a prefix length; 32 or 128: each client by itself
     * @param engine {@code persistence_engine}, for example {@code sip}; null: by address
     */
    public record Persistence(
            Duration timeout, int prefixLength, @Nullable String engine) {}
}
