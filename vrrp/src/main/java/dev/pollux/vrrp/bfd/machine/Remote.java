package dev.pollux.vrrp.bfd.machine;

import dev.pollux.vrrp.bfd.packet.ControlPacket;
import dev.pollux.vrrp.bfd.packet.Diagnostic;
import dev.pollux.vrrp.bfd.packet.SessionState;

/**
 * What the other side said last (RFC 5880 6.8.1). Intervals are in microseconds.
 *
 * @param discriminator its name for the session; 0: it is not heard
 * @param demand it does not want periodic packets while both sides are Up
 * @param desiredMinTx it would not send more often
 * @param requiredMinRx it does not want to receive more often; 0: nothing periodic
 */
public record Remote(
        SessionState state,
        Diagnostic diagnostic,
        int discriminator,
        boolean demand,
        int multiplier,
        long desiredMinTx,
        long requiredMinRx) {

    /** Nothing, or nothing for so long that it does not count any more. */
    public static final Remote UNKNOWN = new Remote(SessionState.DOWN, Diagnostic.NONE, 0, false, 0, 0, 1);

    static Remote of(ControlPacket packet) {
        return new Remote(
                packet.state(),
                packet.diagnostic(),
                packet.myDiscriminator(),
                packet.flags().demand(),
                packet.multiplier(),
                packet.desiredMinTx(),
                packet.requiredMinRx());
    }
}
