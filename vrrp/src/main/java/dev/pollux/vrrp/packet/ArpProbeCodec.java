package dev.pollux.vrrp.packet;

import dev.pollux.linux.route.HardwareAddress;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * ARP over Ethernet (RFC 826) to find out who has an address: the probe of RFC 5227 2.1.1, which names no sender address and
 * so leaves no trace in anybody's cache, and whatever ARP says who has one.
 *
 * <pre>
 *  0                   6                  12       14
 * +-------------------+-------------------+--------+
 * | destination: ff.. | source MAC        | 0x0806 |   Ethernet
 * +--------+--------+---+---+--------+----+--------+
 * | 0x0001 | 0x0800 | 6 | 4 | 0x0001 |                 Ethernet, IPv4, lengths, request
 * +--------+--------+---+---+--------+
 * | sender MAC        | sender: 0.0.0.0 |
 * +-------------------+-----------------+
 * | target: 00..      | target IPv4     |
 * +-------------------+-----------------+
 * </pre>
 */
public final class ArpProbeCodec {

    /** Bytes of the whole frame, without padding. */
    public static final int FRAME_LENGTH = 42;

    private static final int MAC_LENGTH = 6;
    private static final int KIND_AT = 14;
    private static final long ETHERNET_AND_IPV4 = 0x0001_0800_0604L;
    private static final int SENDER_AT = 22;
    private static final int SENDER_ADDRESS_AT = 28;
    private static final byte[] BROADCAST = {-1, -1, -1, -1, -1, -1};

    private ArpProbeCodec() {}

    /** Somebody says that an address is its own. */
    public record Claim(InetAddress address, HardwareAddress sender) {}

    /** Writes one probe at the buffer's position. */
    public static void encode(byte[] macAddress, Inet4Address target, ByteBuffer out) {
        out.put(BROADCAST).put(macAddress, 0, MAC_LENGTH).putShort((short) GratuitousArpCodec.ETHER_TYPE);
        out.putShort((short) 1).putShort((short) 0x0800);
        out.put((byte) MAC_LENGTH).put((byte) Integer.BYTES).putShort((short) 1);
        out.put(macAddress, 0, MAC_LENGTH).putInt(0);
        out.put(new byte[MAC_LENGTH]).put(target.getAddress());
    }

    /** What the sender of a frame says to have, by a reply or a request; null: nothing, or the frame is no ARP. */
    public static @Nullable Claim decode(ByteBuffer frame) {
        int at = frame.position();
        if (frame.remaining() < FRAME_LENGTH
                || frame.getShort(at + 2 * MAC_LENGTH) != (short) GratuitousArpCodec.ETHER_TYPE
                || frame.getLong(at + KIND_AT) >>> Short.SIZE != ETHERNET_AND_IPV4) {
            return null;
        }
        byte[] macAddress = new byte[MAC_LENGTH];
        byte[] address = new byte[Integer.BYTES];
        frame.get(at + SENDER_AT, macAddress).get(at + SENDER_ADDRESS_AT, address);
        return frame.getInt(at + SENDER_ADDRESS_AT) == 0
                ? null
                : new Claim(AdvertCodec.address(address), HardwareAddress.of(macAddress));
    }
}
