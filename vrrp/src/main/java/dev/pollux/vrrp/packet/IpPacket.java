package dev.pollux.vrrp.packet;

import dev.pollux.grammar.model.AddressFamily;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A received IP packet: the fields that VRRP looks at. See {@link IpHeader}.
 *
 * @param timeToLive hop limit in IPv6
 * @param protocol next header in IPv6
 * @param payload what follows the header and its options, up to the total length; shares the receive buffer
 * @param whole header and payload; shares the receive buffer
 */
public record IpPacket(
        InetAddress source,
        InetAddress destination,
        int timeToLive,
        int protocol,
        ByteBuffer payload,
        ByteBuffer whole) {

    private static final int VERSION_SHIFT = 4;

    /**
     * Reads the packet between the buffer's position and limit, which do not move. Bytes beyond the total length are
     * padding of the link layer.
     *
     * @return null when the lengths do not fit: charge {@link DropReason#PACKET_LENGTH}
     */
    public static @Nullable IpPacket parse(ByteBuffer packet) {
        if (!packet.hasRemaining()) {
            return null;
        }
        return switch (packet.get(packet.position()) >> VERSION_SHIFT) {
            case 4 -> parseVersion4(packet);
            case 6 -> parseVersion6(packet);
            default -> null;
        };
    }

    private static @Nullable IpPacket parseVersion4(ByteBuffer packet) {
        int at = packet.position();
        if (packet.remaining() < IpHeader.IPV4.length()) {
            return null;
        }
        int headerLength = (packet.get(at) & 0xf) * Integer.BYTES;
        int totalLength = packet.getShort(at + 2) & 0xffff;
        if (headerLength < IpHeader.IPV4.length() || totalLength < headerLength || totalLength > packet.remaining()) {
            return null;
        }
        return of(packet.slice(at, totalLength), IpHeader.IPV4, headerLength, at(packet, 8), at(packet, 9));
    }

    private static @Nullable IpPacket parseVersion6(ByteBuffer packet) {
        int at = packet.position();
        if (packet.remaining() < IpHeader.IPV6.length()) {
            return null;
        }
        int length = IpHeader.IPV6.length() + (packet.getShort(at + 4) & 0xffff);
        if (length > packet.remaining()) {
            return null;
        }
        return of(packet.slice(at, length), IpHeader.IPV6, IpHeader.IPV6.length(), at(packet, 7), at(packet, 6));
    }

    private static IpPacket of(ByteBuffer whole, IpHeader header, int headerLength, int timeToLive, int protocol) {
        return new IpPacket(
                address(whole, header.sourceOffset(), header.addressLength()),
                address(whole, header.destinationOffset(), header.addressLength()),
                timeToLive,
                protocol,
                whole.slice(headerLength, whole.remaining() - headerLength),
                whole);
    }

    public AddressFamily family() {
        return AddressFamily.of(source);
    }

    /** Unfolded sum of the pseudo-header under a message of {@code length} bytes (RFC 5798 5.2.8, RFC 8200 8.1). */
    public long pseudoHeaderSum(int length) {
        return pseudoHeaderSum(source, destination, length);
    }

    /** As {@link #pseudoHeaderSum(int)}, for a message between two addresses of one family. */
    static long pseudoHeaderSum(InetAddress source, InetAddress destination, int length) {
        byte[] from = source.getAddress();
        ByteBuffer addresses =
                ByteBuffer.wrap(new byte[2 * from.length]).put(from).put(destination.getAddress());
        return InternetChecksum.add(IpHeader.PROTOCOL_VRRP + (long) length, addresses, 0, addresses.capacity());
    }

    private static int at(ByteBuffer packet, int offset) {
        return packet.get(packet.position() + offset) & 0xff;
    }

    private static InetAddress address(ByteBuffer packet, int offset, int length) {
        byte[] bytes = new byte[length];
        packet.get(offset, bytes);
        return AdvertCodec.address(bytes);
    }
}
