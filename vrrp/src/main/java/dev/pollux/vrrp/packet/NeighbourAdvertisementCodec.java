package dev.pollux.vrrp.packet;

import java.net.Inet6Address;
import java.nio.ByteBuffer;

/**
 * Unsolicited neighbour advertisement over Ethernet (RFC 4861 4.4, 7.2.6) to all nodes, from and about the announced address.
 * The override flag makes the neighbours replace what they knew of it.
 *
 * <pre>
 *  0                   6                  12       14
 * +-------------------+-------------------+--------+
 * | 33:33:00:00:00:01 | source MAC        | 0x86dd |   Ethernet
 * +-------------------+-------------------+--------+
 * | IPv6: announced address -> ff02::1, hop limit 255, ICMPv6, 32 bytes
 * +------+------+----------+
 * | 136  |  0   | checksum |                            type, code
 * +------+------+----------+
 * | R 0 O, reserved        |                            router, solicited, override
 * +------------------------+------------------+
 * | target: the announced address (16)        |
 * +------+------+-----------------------------+
 * |  2   |  1   | source MAC        |                   option: target link-layer address, one unit of 8 bytes
 * +------+------+-------------------+
 * </pre>
 */
public final class NeighbourAdvertisementCodec {

    /** Bytes of the whole frame. */
    public static final int FRAME_LENGTH = 86;

    /** Ethernet type of IPv6. */
    public static final int ETHER_TYPE = 0x86dd;

    private static final int MAC_LENGTH = 6;
    private static final int PROTOCOL_ICMP = 58;
    private static final int HOP_LIMIT = 255;
    private static final int MESSAGE_LENGTH = 32;
    private static final int MESSAGE_AT = 54;
    private static final int CHECKSUM_AT = MESSAGE_AT + 2;
    private static final int ADDRESSES_AT = 22;
    private static final int ROUTER = 0x8000_0000;
    private static final int OVERRIDE = 0x2000_0000;
    private static final byte[] ALL_NODES_MAC = {0x33, 0x33, 0, 0, 0, 1};
    private static final long ALL_NODES_HIGH = 0xff02_0000_0000_0000L;

    private NeighbourAdvertisementCodec() {}

    /**
     * Writes one frame at the buffer's position, which must be 0.
     *
     * @param router whether the sender forwards packets: hosts drop a default router that says it is none
     */
    public static void encode(byte[] macAddress, Inet6Address announced, boolean router, ByteBuffer out) {
        byte[] address = announced.getAddress();
        out.put(ALL_NODES_MAC).put(macAddress, 0, MAC_LENGTH).putShort((short) ETHER_TYPE);
        out.putInt(0x6000_0000).putShort((short) MESSAGE_LENGTH);
        out.put((byte) PROTOCOL_ICMP).put((byte) HOP_LIMIT);
        out.put(address).putLong(ALL_NODES_HIGH).putLong(1);
        out.put((byte) 136).put((byte) 0).putShort((short) 0);
        out.putInt(router ? ROUTER | OVERRIDE : OVERRIDE).put(address);
        out.put((byte) 2).put((byte) 1).put(macAddress, 0, MAC_LENGTH);
        long sum = InternetChecksum.add(PROTOCOL_ICMP + MESSAGE_LENGTH, out, ADDRESSES_AT, 2 * address.length);
        out.putShort(CHECKSUM_AT, (short)
                InternetChecksum.finish(InternetChecksum.add(sum, out, MESSAGE_AT, MESSAGE_LENGTH)));
    }
}
