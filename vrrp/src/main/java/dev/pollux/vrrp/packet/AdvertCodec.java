package dev.pollux.vrrp.packet;

import dev.pollux.grammar.model.AddressFamily;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * VRRP messages as bytes, without the IP header.
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-------+-------+---------------+---------------+---------------+
 * |version| type  |      VRID     |    priority   |     count     |
 * +-------+-------+---------------+---------------+---------------+
 * |   auth type   |  interval, s  |           checksum            |  version 2
 * |reserve| interval, centisecond |           checksum            |  version 3
 * +---------------+---------------+---------------+---------------+
 * |                   addresses, count * (4 or 16)                |
 * +---------------------------------------------------------------+
 * |                 authentication data, 8 bytes                  |  version 2 over IPv4
 * +---------------------------------------------------------------+
 * </pre>
 *
 * <p>The checksum covers the whole message; what else, see {@link AdvertChecksum}.
 */
public final class AdvertCodec {

    static final int HEADER_LENGTH = 8;
    static final int CHECKSUM_OFFSET = 6;
    static final int PRIORITY_OFFSET = 2;
    private static final int VIRTUAL_ROUTER_ID_OFFSET = 1;
    private static final int COUNT_OFFSET = 3;

    private AdvertCodec() {}

    /** Writes the message with a checksum of zero at the buffer's position; {@link #putChecksum} completes it. */
    public static void encode(Advert advert, AddressFamily family, ByteBuffer out) {
        out.put((byte) ((advert.version() << 4) | advert.type()));
        out.put((byte) advert.virtualRouterId());
        out.put((byte) advert.priority());
        out.put((byte) advert.addresses().size());
        if (advert.version() == 2) {
            out.put((byte) advert.authenticationType()).put((byte) advert.interval());
        } else {
            out.putShort((short) (advert.interval() & 0xfff));
        }
        out.putShort((short) 0);
        advert.addresses().forEach(address -> out.put(address.getAddress()));
        if (advert.version() == 2 && family == AddressFamily.IPV4) {
            out.putLong(advert.authenticationData());
        }
    }

    /**
     * Puts the checksum into the encoded message of {@code length} bytes at {@code offset}.
     *
     * @param pseudoHeader unfolded sum of the pseudo-header; 0: the message alone
     */
    public static void putChecksum(ByteBuffer buffer, int offset, int length, long pseudoHeader) {
        buffer.putShort(offset + CHECKSUM_OFFSET, (short) 0);
        int checksum = InternetChecksum.finish(InternetChecksum.add(pseudoHeader, buffer, offset, length));
        buffer.putShort(offset + CHECKSUM_OFFSET, (short) checksum);
    }

    /** Whether the checksum of the message between position and limit is right; see {@link #putChecksum}. */
    public static boolean checksumGood(ByteBuffer message, long pseudoHeader) {
        return InternetChecksum.finish(
                        InternetChecksum.add(pseudoHeader, message, message.position(), message.remaining()))
                == 0;
    }

    /** Which virtual router the packet is for, with or without authentication header; -1 when it is too short to say. */
    public static int virtualRouterId(IpPacket packet) {
        boolean header = packet.protocol() == IpHeader.PROTOCOL_AUTHENTICATION;
        int at = header ? AuthenticationHeaderCodec.LENGTH : 0;
        ByteBuffer payload = packet.payload();
        return payload.remaining() < at + HEADER_LENGTH
                ? -1
                : payload.get(payload.position() + at + VIRTUAL_ROUTER_ID_OFFSET) & 0xff;
    }

    /** Reads the message between position and limit, which do not move. Judges its length only. */
    public static DecodedAdvert decode(ByteBuffer message, AddressFamily family) {
        int at = message.position();
        if (message.remaining() < HEADER_LENGTH) {
            return wrongLength(message.remaining(), HEADER_LENGTH);
        }
        int version = (message.get(at) >> 4) & 0xf;
        int count = message.get(at + COUNT_OFFSET) & 0xff;
        int expected = Advert.length(version, family, count);
        if (message.remaining() != expected) {
            return wrongLength(message.remaining(), expected);
        }
        boolean version2 = version == 2;
        return new DecodedAdvert.Message(new Advert(
                version,
                message.get(at) & 0xf,
                message.get(at + VIRTUAL_ROUTER_ID_OFFSET) & 0xff,
                message.get(at + PRIORITY_OFFSET) & 0xff,
                version2 ? message.get(at + 4) & 0xff : 0,
                version2 ? message.get(at + 5) & 0xff : message.getShort(at + 4) & 0xfff,
                addresses(message, count, family),
                version2 && family == AddressFamily.IPV4 ? message.getLong(at + expected - Long.BYTES) : 0));
    }

    private static DecodedAdvert wrongLength(int length, int expected) {
        String sense = length < expected ? "short" : "long";
        return new DecodedAdvert.Malformed(
                DropReason.PACKET_LENGTH,
                "vrrp packet too " + sense + ", length " + length + " and expect " + expected);
    }

    private static List<InetAddress> addresses(ByteBuffer message, int count, AddressFamily family) {
        byte[] bytes = new byte[family.bits() / Byte.SIZE];
        List<InetAddress> addresses = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            message.get(message.position() + HEADER_LENGTH + i * bytes.length, bytes);
            addresses.add(address(bytes));
        }
        return addresses;
    }

    static InetAddress address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("an address has 4 or 16 bytes", e);
        }
    }
}
