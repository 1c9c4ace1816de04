package dev.pollux.vrrp.packet;

import java.net.Inet4Address;
import java.nio.ByteBuffer;

/**
 * Gratuitous ARP over Ethernet in the request form (RFC 826, RFC 5227 3): sender and target protocol address are the
 * announced address, the target hardware address is broadcast.
 *
 * <pre>
 *  0                   6                  12       14
 * +-------------------+-------------------+--------+
 * | destination: ff.. | source MAC        | 0x0806 |   Ethernet
 * +--------+--------+---+---+--------+----+--------+
 * | 0x0001 | 0x0800 | 6 | 4 | 0x0001 |                 Ethernet, IPv4, lengths, request
 * +--------+--------+---+---+--------+
 * | sender MAC        | sender IPv4  |
 * +-------------------+--------------+
 * | target: ff..      | target IPv4  |
 * +-------------------+--------------+
 * </pre>
 */
public final class GratuitousArpCodec {

    /** Bytes of the whole frame, without padding. */
    public static final int FRAME_LENGTH = 42;

    /** Ethernet type of ARP. */
    public static final int ETHER_TYPE = 0x0806;

    private static final int MAC_LENGTH = 6;
    private static final byte[] BROADCAST = {-1, -1, -1, -1, -1, -1};

    private GratuitousArpCodec() {}

    /** Writes one frame at the buffer's position. */
    public static void encode(byte[] macAddress, Inet4Address announced, ByteBuffer out) {
        byte[] address = announced.getAddress();
        out.put(BROADCAST).put(macAddress, 0, MAC_LENGTH).putShort((short) ETHER_TYPE);
        out.putShort((short) 1).putShort((short) 0x0800);
        out.put((byte) MAC_LENGTH).put((byte) Integer.BYTES).putShort((short) 1);
        out.put(macAddress, 0, MAC_LENGTH).put(address);
        out.put(BROADCAST).put(address);
    }
}
