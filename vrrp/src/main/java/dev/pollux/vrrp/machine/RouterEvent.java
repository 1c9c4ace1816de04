package dev.pollux.vrrp.machine;

import java.net.InetAddress;
import java.util.Set;

/** What can happen to a virtual router. */
public sealed interface RouterEvent {

    /** When the machine is told, in nanoseconds of the loop's clock. */
    long at();

    /**
     * The router starts.
     *
     * @param causes what keeps it in FAULT from the first moment; empty: nothing
     * @param from when timers begin to run: later than {@code at} under {@code vrrp_startup_delay}
     */
    record Started(long at, Set<FaultCause> causes, long from) implements RouterEvent {
        public Started {
            causes = Set.copyOf(causes);
        }
    }

    /** The state's deadline may have passed. */
    record TimerExpired(long at) implements RouterEvent {}

    /**
     * A valid advert of another router.
     *
     * @param receivedAt when the kernel received it, at most {@code at}: the down timer counts from here
     * @param interval the sender's, in nanoseconds
     */
    record AdvertReceived(long at, long receivedAt, int priority, InetAddress sender, long interval)
            implements RouterEvent {}

    /** A cause for FAULT arose. */
    record Faulted(long at, FaultCause cause) implements RouterEvent {}

    /**
     * A cause for FAULT went away.
     *
     * @param from when timers begin to run: later than {@code at} under {@code vrrp_startup_delay}
     */
    record Cleared(long at, FaultCause cause, long from) implements RouterEvent {

        /** Without a delay. */
        public Cleared(long at, FaultCause cause) {
            this(at, cause, at);
        }
    }

    /** Configuration or effective priority changed; the step gets the new parameters. */
    record ParametersChanged(long at, RouterParameters previous) implements RouterEvent {}

    /** Somebody else removed what this router, or one of its sync group, holds. */
    sealed interface EntryLost extends RouterEvent {
        TransitionReason reason();
    }

    /** An address. */
    record AddressLost(long at, InetAddress address) implements EntryLost {
        @Override
        public TransitionReason reason() {
            return new TransitionReason(
                    TransitionReason.Kind.ADDRESS_LOST,
                    "address " + address.getHostAddress() + " was removed by somebody else");
        }
    }

    /**
     * A route or rule.
     *
     * @param entry for people: {@code route 10.0.0.0/8 ...}
     */
    record RoutingLost(long at, String entry) implements EntryLost {
        @Override
        public TransitionReason reason() {
            return new TransitionReason(TransitionReason.Kind.ROUTING_LOST, entry + " was removed by somebody else");
        }
    }

    /** The sync group agreed that all its members become master. */
    record GroupToMaster(long at, String group) implements RouterEvent {}

    /** Another member of the sync group went from MASTER to BACKUP. */
    record GroupToBackup(long at, String group) implements RouterEvent {}

    /** The router stops for good. */
    record Stopped(long at) implements RouterEvent {}
}
