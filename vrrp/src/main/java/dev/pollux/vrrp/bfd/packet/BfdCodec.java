package dev.pollux.vrrp.bfd.packet;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * BFD control packets as bytes, without IP and UDP headers (RFC 5880 4.1).
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-----+---------+---+-+-+-+-+-+-+---------------+---------------+
 * |vers |  diag   |sta|P|F|C|A|D|M|  detect mult  |    length     |
 * +-----+---------+---+-+-+-+-+-+-+---------------+---------------+
 * |                       my discriminator                        |
 * +---------------------------------------------------------------+
 * |                      your discriminator                       |
 * +---------------------------------------------------------------+
 * |                 desired min TX interval, us                   |
 * +---------------------------------------------------------------+
 * |                 required min RX interval, us                  |
 * +---------------------------------------------------------------+
 * |               required min echo RX interval, us               |
 * +---------------------------------------------------------------+
 * </pre>
 */
public final class BfdCodec {

    /** Bytes of a packet without authentication. */
    public static final int LENGTH = 24;

    private static final int VERSION = 1;
    private static final int VERSION_SHIFT = 5;
    private static final int DIAGNOSTIC_MASK = 0x1f;
    private static final int STATE_SHIFT = 6;
    private static final int POLL = 0x20;
    private static final int FINAL = 0x10;
    private static final int AUTHENTICATION = 0x04;
    private static final int DEMAND = 0x02;
    private static final int MULTIPOINT = 0x01;
    private static final int BYTE = 0xff;
    private static final long UNSIGNED = 0xffff_ffffL;

    private BfdCodec() {}

    /** Writes the packet at the buffer's position. */
    public static void encode(ControlPacket packet, ByteBuffer out) {
        ControlPacket.Flags flags = packet.flags();
        out.put((byte) ((VERSION << VERSION_SHIFT) | packet.diagnostic().code()))
                .put((byte) ((packet.state().number() << STATE_SHIFT)
                        | (flags.poll() ? POLL : 0)
                        | (flags.last() ? FINAL : 0)
                        | (flags.demand() ? DEMAND : 0)))
                .put((byte) packet.multiplier())
                .put((byte) LENGTH)
                .putInt(packet.myDiscriminator())
                .putInt(packet.yourDiscriminator())
                .putInt((int) packet.desiredMinTx())
                .putInt((int) packet.requiredMinRx())
                .putInt((int) packet.requiredMinEchoRx());
    }

    /**
     * Reads the packet between position and limit, which do not move, and makes all checks of RFC 5880 6.8.6 that need no
     * session, in their order.
     */
    public static DecodedPacket decode(ByteBuffer in) {
        int at = in.position();
        int size = in.remaining();
        if (size < LENGTH) {
            return new DecodedPacket.Malformed(DropReason.LENGTH);
        }
        int length = in.get(at + 3) & BYTE;
        if ((in.get(at) & BYTE) >> VERSION_SHIFT != VERSION) {
            return new DecodedPacket.Malformed(DropReason.VERSION);
        }
        if (length < LENGTH || length > size) {
            return new DecodedPacket.Malformed(DropReason.LENGTH);
        }
        ControlPacket packet = read(in, at);
        DropReason reason = judge(packet, in.get(at + 1));
        return reason == null ? new DecodedPacket.Control(packet) : new DecodedPacket.Malformed(reason);
    }

    private static ControlPacket read(ByteBuffer in, int at) {
        int bits = in.get(at + 1) & BYTE;
        return new ControlPacket(
                SessionState.of(bits >> STATE_SHIFT),
                new Diagnostic(in.get(at) & DIAGNOSTIC_MASK),
                new ControlPacket.Flags((bits & POLL) != 0, (bits & FINAL) != 0, (bits & DEMAND) != 0),
                in.get(at + 2) & BYTE,
                in.getInt(at + 4),
                in.getInt(at + 8),
                in.getInt(at + 12) & UNSIGNED,
                in.getInt(at + 16) & UNSIGNED,
                in.getInt(at + 20) & UNSIGNED);
    }

    private static @Nullable DropReason judge(ControlPacket packet, byte bits) {
        if (packet.multiplier() == 0) {
            return DropReason.MULTIPLIER;
        }
        if ((bits & MULTIPOINT) != 0) {
            return DropReason.MULTIPOINT;
        }
        if (packet.myDiscriminator() == 0) {
            return DropReason.MY_DISCRIMINATOR;
        }
        boolean settingUp = packet.state() == SessionState.DOWN || packet.state() == SessionState.ADMIN_DOWN;
        if (packet.yourDiscriminator() == 0 && !settingUp) {
            return DropReason.YOUR_DISCRIMINATOR;
        }
        return (bits & AUTHENTICATION) != 0 ? DropReason.AUTHENTICATION : null;
    }
}
