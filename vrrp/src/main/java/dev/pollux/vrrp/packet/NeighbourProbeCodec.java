package dev.pollux.vrrp.packet;

import dev.pollux.linux.route.HardwareAddress;
import dev.pollux.vrrp.packet.ArpProbeCodec.Claim;
import java.net.Inet6Address;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Neighbour solicitation over Ethernet (RFC 4861 4.3) to find out who has an address, and the advertisement that answers it.
 *
 * <pre>
 *  0                   6                  12       14
 * +-------------------+-------------------+--------+
 * | 33:33:ff:xx:xx:xx | source MAC        | 0x86dd |   Ethernet
 * +-------------------+-------------------+--------+
 * | IPv6: source -> ff02::1:ffxx:xxxx, hop limit 255, ICMPv6, 32 bytes
 * +------+------+----------+
 * | 135  |  0   | checksum |                            type, code
 * +------+------+----------+
 * | reserved               |
 * +------------------------+------------------+
 * | target (16)                               |
 * +------+------+-----------------------------+
 * |  1   |  1   | source MAC        |                   option: source link-layer address
 * +------+------+-------------------+
 * </pre>
 */
public final class NeighbourProbeCodec {

    /** Bytes of the whole frame. */
    public static final int FRAME_LENGTH = 86;

    private static final int MAC_LENGTH = 6;
    private static final int ADDRESS_LENGTH = 16;
    private static final int PROTOCOL_ICMP = 58;
    private static final int HOP_LIMIT = 255;
    private static final int SOLICITATION = 135;
    private static final int ADVERTISEMENT = 136;
    private static final int MESSAGE_LENGTH = 32;
    private static final int MESSAGE_AT = 54;
    private static final int CHECKSUM_AT = MESSAGE_AT + 2;
    private static final int ADDRESSES_AT = 22;
    private static final int TARGET_AT = 8;
    private static final int TAIL = 13;
    private static final int TARGET_MAC = 2;

    private NeighbourProbeCodec() {}

    /** Writes one frame at the buffer's position, which must be 0; the answer goes to the source. */
    public static void encode(byte[] macAddress, Inet6Address source, Inet6Address target, ByteBuffer out) {
        byte[] wanted = target.getAddress();
        out.putShort((short) 0x3333).put((byte) -1).put(wanted, TAIL, ADDRESS_LENGTH - TAIL);
        out.put(macAddress, 0, MAC_LENGTH).putShort((short) NeighbourAdvertisementCodec.ETHER_TYPE);
        out.putInt(0x6000_0000).putShort((short) MESSAGE_LENGTH);
        out.put((byte) PROTOCOL_ICMP).put((byte) HOP_LIMIT);
        out.put(source.getAddress());
        out.putLong(0xff02_0000_0000_0000L).putInt(1).put((byte) -1).put(wanted, TAIL, ADDRESS_LENGTH - TAIL);
        out.put((byte) SOLICITATION).put((byte) 0).putShort((short) 0);
        out.putInt(0).put(wanted);
        out.put((byte) 1).put((byte) 1).put(macAddress, 0, MAC_LENGTH);
        long sum = InternetChecksum.add(PROTOCOL_ICMP + MESSAGE_LENGTH, out, ADDRESSES_AT, 2 * ADDRESS_LENGTH);
        out.putShort(CHECKSUM_AT, (short)
                InternetChecksum.finish(InternetChecksum.add(sum, out, MESSAGE_AT, MESSAGE_LENGTH)));
    }

    /** What an ICMPv6 message says that its sender has; null: it is no advertisement, or names no MAC address. */
    public static @Nullable Claim decode(ByteBuffer message) {
        int at = message.position();
        if (message.remaining() < MESSAGE_LENGTH || (message.get(at) & 0xff) != ADVERTISEMENT) {
            return null;
        }
        byte[] target = new byte[ADDRESS_LENGTH];
        message.get(at + TARGET_AT, target);
        int option = at + TARGET_AT + ADDRESS_LENGTH;
        while (option + Long.BYTES <= message.limit()) {
            int length = (message.get(option + 1) & 0xff) * Long.BYTES;
            if (message.get(option) == TARGET_MAC) {
                byte[] macAddress = new byte[MAC_LENGTH];
                message.get(option + 2, macAddress);
                return new Claim(AdvertCodec.address(target), HardwareAddress.of(macAddress));
            } else if (length == 0) {
                return null;
            }
            option += length;
        }
        return null;
    }
}
