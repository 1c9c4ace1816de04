package dev.pollux.vrrp.machine;

import java.util.Set;

/** State of one virtual router (RFC 3768 6.4), with the deadlines that belong to it. */
public sealed interface RouterState {

    /** A deadline that never comes. */
    long NEVER = Long.MAX_VALUE;

    /** When the machine wants {@link RouterEvent.TimerExpired}, in nanoseconds; {@link #NEVER}: no timer runs. */
    long deadline();

    StateName name();

    /** Not started, or stopped (RFC 3768 6.4.1). */
    record Init() implements RouterState {
        @Override
        public long deadline() {
            return NEVER;
        }

        @Override
        public StateName name() {
            return StateName.INIT;
        }
    }

    /**
     * Watches a master (RFC 3768 6.4.2).
     *
     * @param deadline the master-down timer
     * @param masterInterval nanoseconds between the master's adverts: learnt in version 3, our own in version 2
     * @param preemptAt until then lower-priority masters are left alone; {@link #NEVER}: none was heard yet
     * @param wantsMaster the timer expired, and the sync group has not agreed yet
     */
    record Backup(long deadline, long masterInterval, long preemptAt, boolean wantsMaster) implements RouterState {
        @Override
        public StateName name() {
            return StateName.BACKUP;
        }
    }

    /**
     * Holds the addresses (RFC 3768 6.4.3).
     *
     * @param deadline the next advert is due
     * @param lastSent when the last advert was sent: what arrived before it has been answered by it
     */
    record Master(long deadline, long lastSent) implements RouterState {
        @Override
        public StateName name() {
            return StateName.MASTER;
        }
    }

    /**
     * Cannot take part; keepalived's addition to the RFC.
     *
     * @param causes at least one
     */
    record Fault(Set<FaultCause> causes) implements RouterState {
        public Fault {
            causes = Set.copyOf(causes);
        }

        @Override
        public long deadline() {
            return NEVER;
        }

        @Override
        public StateName name() {
            return StateName.FAULT;
        }
    }
}
