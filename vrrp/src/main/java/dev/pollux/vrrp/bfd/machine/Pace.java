package dev.pollux.vrrp.bfd.machine;

/**
 * The times of our own packets.
 *
 * @param poll a poll sequence runs: our packets ask the other side to confirm our intervals (RFC 5880 6.5)
 * @param tx microseconds: the interval that we send by; not yet a longer one that we offer by the poll
 * @param rx microseconds: the interval that the detection time counts with; not yet a shorter one that we offer by the poll
 * @param sentAt nanoseconds: when the last packet was due
 * @param sendAt nanoseconds: when the next one is; {@link Session#NEVER}: none is
 */
public record Pace(boolean poll, long tx, long rx, long sentAt, long sendAt) {

    Pace due(long newSentAt, long newSendAt) {
        return new Pace(poll, tx, rx, newSentAt, newSendAt);
    }

    Pace at(boolean newPoll, long newTx, long newRx) {
        return new Pace(newPoll, newTx, newRx, sentAt, sendAt);
    }
}
