package dev.pollux.vrrp.bfd.machine;

import dev.pollux.vrrp.bfd.packet.SessionState;

/**
 * What the rules need to know of a session's configuration. Intervals are in microseconds.
 *
 * @param discriminator our name for the session, not 0
 * @param multiplier so many of our packets may be missing
 * @param minTx between our packets while Up
 * @param minRx we do not want to receive more often
 * @param idleTx between our packets while not Up; less than a second counts as a second (RFC 5880 6.8.3)
 * @param passive says nothing before the other side is heard (RFC 5880 6.1)
 */
public record SessionParameters(
        int discriminator, int multiplier, long minTx, long minRx, long idleTx, boolean passive) {

    private static final long SECOND = 1_000_000;

    /** {@code bfd.DesiredMinTxInterval} in this state. */
    long desiredMinTx(SessionState state) {
        return state == SessionState.UP ? minTx : Math.max(idleTx, SECOND);
    }
}
