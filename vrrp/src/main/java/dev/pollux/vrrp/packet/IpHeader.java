package dev.pollux.vrrp.packet;

import dev.pollux.grammar.model.AddressFamily;
import java.net.InetAddress;
import java.nio.ByteBuffer;

/**
 * Headers that adverts are sent with, without options.
 *
 * <pre>
 *  IPv4 (RFC 791 3.1)                                IPv6 (RFC 8200 3)
 *   0 version, header length   1 type of service      0 version, traffic class, flow label
 *   2 total length                                    4 payload length
 *   4 identification           6 flags, fragment      6 next header   7 hop limit
 *   8 time to live  9 protocol 10 checksum
 *  12 source       16 destination                     8 source       24 destination
 * </pre>
 */
public enum IpHeader {
    IPV4(20, 12, 16),
    IPV6(40, 8, 24);

    /** IANA protocol number of VRRP (RFC 3768 5.2.4). */
    public static final int PROTOCOL_VRRP = 112;

    /** IANA protocol number of the IPsec authentication header (RFC 4302 2). */
    public static final int PROTOCOL_AUTHENTICATION = 51;

    static final int TYPE_OF_SERVICE_OFFSET = 1;
    static final int IDENTIFICATION_OFFSET = 4;
    static final int CHECKSUM_OFFSET = 10;

    private static final int INTERNETWORK_CONTROL = 0xc0; // RFC 791 3.1; as traffic class RFC 2474 4.2.2
    private static final int TRAFFIC_CLASS_SHIFT = 20;

    private final int length;
    private final int sourceOffset;
    private final int destinationOffset;

    IpHeader(int length, int sourceOffset, int destinationOffset) {
        this.length = length;
        this.sourceOffset = sourceOffset;
        this.destinationOffset = destinationOffset;
    }

    public static IpHeader of(AddressFamily family) {
        return family == AddressFamily.IPV4 ? IPV4 : IPV6;
    }

    public int length() {
        return length;
    }

    int sourceOffset() {
        return sourceOffset;
    }

    public int destinationOffset() {
        return destinationOffset;
    }

    /** Bytes of one address. */
    int addressLength() {
        return destinationOffset - sourceOffset;
    }

    /** Writes the header at the buffer's position, with a destination and a checksum of zero. */
    void encode(InetAddress source, int timeToLive, int protocol, int payloadLength, ByteBuffer out) {
        if (this == IPV4) {
            out.put((byte) 0x45).put((byte) INTERNETWORK_CONTROL).putShort((short) (length + payloadLength));
            out.putInt(0);
            out.put((byte) timeToLive).put((byte) protocol).putShort((short) 0);
        } else {
            out.putInt(0x6000_0000 | INTERNETWORK_CONTROL << TRAFFIC_CLASS_SHIFT);
            out.putShort((short) payloadLength).put((byte) protocol).put((byte) timeToLive);
        }
        out.put(source.getAddress()).put(new byte[addressLength()]);
    }
}
