package dev.pollux.vrrp.bfd.machine;

import dev.pollux.vrrp.bfd.packet.Diagnostic;
import dev.pollux.vrrp.bfd.packet.SessionState;

/**
 * A session with its variables (RFC 5880 6.8.1) and deadlines.
 *
 * @param diagnostic why it last left Up
 * @param detectAt nanoseconds: until then a packet must come; {@link #NEVER}: nothing is heard anyway
 */
public record Session(SessionState state, Diagnostic diagnostic, Remote remote, Pace pace, long detectAt) {

    /** A deadline that never comes. */
    public static final long NEVER = Long.MAX_VALUE;

    private static final int NANOS_PER_MICRO = 1000;

    /** One that has not begun. */
    public static Session initial(SessionParameters parameters) {
        long tx = parameters.desiredMinTx(SessionState.DOWN);
        return new Session(
                SessionState.DOWN,
                Diagnostic.NONE,
                Remote.UNKNOWN,
                new Pace(false, tx, parameters.minRx(), 0, NEVER),
                NEVER);
    }

    /** When the machine wants {@link SessionEvent.TimerExpired}, in nanoseconds; {@link #NEVER}: no timer runs. */
    public long deadline() {
        return Math.min(pace.sendAt(), detectAt);
    }

    public boolean up() {
        return state == SessionState.UP;
    }

    /** Microseconds between our packets before jitter (RFC 5880 6.8.2), {@link #NEVER}: none are sent periodically. */
    public long sendInterval(SessionParameters parameters) {
        boolean unasked = parameters.passive() && remote.discriminator() == 0;
        boolean silenced = remote.requiredMinRx() == 0
                || (remote.demand() && up() && remote.state() == SessionState.UP && !pace.poll());
        return state == SessionState.ADMIN_DOWN || unasked || silenced
                ? NEVER
                : Math.max(pace.tx(), remote.requiredMinRx());
    }

    /** Microseconds without a packet after which the other side counts as gone (RFC 5880 6.8.4); 0: it is not heard. */
    public long detectionTime() {
        return remote.multiplier() * Math.max(pace.rx(), remote.desiredMinTx());
    }

    static long nanos(long micros) {
        return micros * NANOS_PER_MICRO;
    }
}
