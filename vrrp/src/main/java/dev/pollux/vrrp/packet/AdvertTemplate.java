package dev.pollux.vrrp.packet;

import dev.pollux.grammar.model.AddressFamily;
import java.net.InetAddress;
import java.nio.ByteBuffer;

/**
 * The packet a virtual router sends, IPv4 header included, encoded once. Between adverts only the priority, the
 * identification, the destination and the checksum change, so they are patched in place and sending allocates nothing.
 * Owned by the {@code vrrp} loop.
 */
public final class AdvertTemplate {

    private static final int TYPE_OF_SERVICE = 0xc0; // internetwork control (RFC 791 3.1)
    private static final int IDENTIFICATION_OFFSET = 4;
    private static final int WORD = 0xffff;

    private final ByteBuffer packet;
    private final int messageLength;
    private final boolean pseudoHeader;
    private int identification;

    /**
     * Encodes the packet.
     *
     * @param pseudoHeader whether the checksum covers the IPv4 pseudo-header: version 3 as keepalived sends it
     */
    public AdvertTemplate(Advert advert, InetAddress source, int timeToLive, boolean pseudoHeader) {
        this.messageLength = Advert.length(
                advert.version(), AddressFamily.IPV4, advert.addresses().size());
        this.pseudoHeader = pseudoHeader;
        int length = Ipv4Packet.HEADER_LENGTH + messageLength;
        this.packet = ByteBuffer.allocateDirect(length);
        packet.put((byte) 0x45).put((byte) TYPE_OF_SERVICE).putShort((short) length);
        packet.putInt(0);
        packet.put((byte) timeToLive).put((byte) Ipv4Packet.PROTOCOL_VRRP).putShort((short) 0);
        packet.put(source.getAddress()).putInt(0);
        AdvertCodec.encode(advert, AddressFamily.IPV4, packet);
        packet.flip();
    }

    /**
     * The packet for one destination, ready to send; good until the next call. The kernel fills in the header checksum.
     *
     * @param destination IPv4 address in network order
     */
    public ByteBuffer patch(int priority, int destination) {
        identification = identification == WORD ? 1 : identification + 1;
        packet.putShort(IDENTIFICATION_OFFSET, (short) identification);
        packet.putInt(Ipv4Packet.DESTINATION_OFFSET, destination);
        packet.put(Ipv4Packet.HEADER_LENGTH + AdvertCodec.PRIORITY_OFFSET, (byte) priority);
        AdvertCodec.putChecksum(packet, Ipv4Packet.HEADER_LENGTH, messageLength, pseudoHeader ? pseudoSum() : 0);
        return packet.rewind();
    }

    private long pseudoSum() {
        long fixed = Ipv4Packet.PROTOCOL_VRRP + (long) messageLength;
        return InternetChecksum.add(fixed, packet, Ipv4Packet.SOURCE_OFFSET, 2 * Integer.BYTES);
    }
}
