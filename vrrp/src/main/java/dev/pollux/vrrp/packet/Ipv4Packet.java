package dev.pollux.vrrp.packet;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A received IPv4 packet (RFC 791 3.1): the fields that VRRP looks at.
 *
 * @param payload what follows the header and its options, up to the total length; shares the receive buffer
 */
public record Ipv4Packet(
        InetAddress source, InetAddress destination, int timeToLive, int protocol, ByteBuffer payload) {

    /** IANA protocol number of VRRP (RFC 3768 5.2.4). */
    public static final int PROTOCOL_VRRP = 112;

    static final int HEADER_LENGTH = 20;
    static final int TTL_OFFSET = 8;
    static final int PROTOCOL_OFFSET = 9;
    static final int SOURCE_OFFSET = 12;
    static final int DESTINATION_OFFSET = 16;

    /**
     * Reads the packet between the buffer's position and limit, which do not move. Bytes beyond the total length are
     * padding of the link layer.
     *
     * @return null when the lengths do not fit: charge {@link DropReason#PACKET_LENGTH}
     */
    public static @Nullable Ipv4Packet parse(ByteBuffer packet) {
        int at = packet.position();
        if (packet.remaining() < HEADER_LENGTH || packet.get(at) >> 4 != 4) {
            return null;
        }
        int headerLength = (packet.get(at) & 0xf) * Integer.BYTES;
        int totalLength = packet.getShort(at + 2) & 0xffff;
        if (headerLength < HEADER_LENGTH || totalLength < headerLength || totalLength > packet.remaining()) {
            return null;
        }
        return new Ipv4Packet(
                address(packet, at + SOURCE_OFFSET),
                address(packet, at + DESTINATION_OFFSET),
                packet.get(at + TTL_OFFSET) & 0xff,
                packet.get(at + PROTOCOL_OFFSET) & 0xff,
                packet.slice(at + headerLength, totalLength - headerLength));
    }

    /** Unfolded sum of the pseudo-header that version 3 may put under its checksum (RFC 5798 5.2.8). */
    public long pseudoHeaderSum() {
        return pseudoHeaderSum(source, destination, payload.remaining());
    }

    /** As {@link #pseudoHeaderSum()}, for a message of {@code length} bytes between two IPv4 addresses. */
    static long pseudoHeaderSum(InetAddress source, InetAddress destination, int length) {
        ByteBuffer addresses = ByteBuffer.wrap(new byte[2 * Integer.BYTES])
                .put(source.getAddress())
                .put(destination.getAddress());
        return InternetChecksum.add(PROTOCOL_VRRP + length, addresses, 0, addresses.capacity());
    }

    private static InetAddress address(ByteBuffer packet, int offset) {
        byte[] bytes = new byte[Integer.BYTES];
        packet.get(offset, bytes);
        return AdvertCodec.address(bytes);
    }
}
