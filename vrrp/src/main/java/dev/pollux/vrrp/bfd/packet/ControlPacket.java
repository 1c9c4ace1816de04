package dev.pollux.vrrp.bfd.packet;

/**
 * A BFD control packet without authentication (RFC 5880 4.1). Intervals are in microseconds and unsigned; discriminators are 32
 * bits.
 *
 * @param state of the sender
 * @param diagnostic why the sender last left Up
 * @param flags the bits that matter here
 * @param multiplier so many of the sender's packets may be missing, 1 to 255
 * @param myDiscriminator the sender's name for the session, not 0
 * @param yourDiscriminator the receiver's name for the session; 0: the sender does not know it
 * @param desiredMinTx the sender would not send more often
 * @param requiredMinRx the sender does not want to receive more often; 0: nothing periodic
 * @param requiredMinEchoRx the same for echo packets; 0: it does not do echo
 */
public record ControlPacket(
        SessionState state,
        Diagnostic diagnostic,
        Flags flags,
        int multiplier,
        int myDiscriminator,
        int yourDiscriminator,
        long desiredMinTx,
        long requiredMinRx,
        long requiredMinEchoRx) {

    /**
     * Bits of a packet.
     *
     * @param poll P: the receiver shall answer at once
     * @param last F, final: this is the answer
     * @param demand D: the sender does not want periodic packets
     */
    public record Flags(boolean poll, boolean last, boolean demand) {

        public static final Flags NONE = new Flags(false, false, false);
        public static final Flags POLL = new Flags(true, false, false);
        public static final Flags FINAL = new Flags(false, true, false);
    }
}
