package dev.pollux.vrrp.packet;

import java.nio.ByteBuffer;

/**
 * The packet a virtual router sends, IP header included, encoded once. Between adverts only the priority, the
 * identification, the destination, the checksum and the seal change, so they are patched in place and sending allocates
 * nothing. Owned by the {@code vrrp} loop.
 *
 * <pre>
 * +-----------+----------------------+--------------+---------------+
 * | IP header | header of the seal   | VRRP message | trailer of    |
 * |           | (AH), mostly none    |              | the seal      |
 * +-----------+----------------------+--------------+---------------+
 * </pre>
 */
public final class AdvertTemplate {

    private static final int WORD = 0xffff;

    private final ByteBuffer packet;
    private final IpHeader header;
    private final AdvertChecksum checksum;
    private final AdvertSeal seal;
    private final int messageAt;
    private final int messageLength;
    private int identification;

    /** Encodes the packet. */
    public AdvertTemplate(AdvertForm form) {
        Advert advert = form.advert();
        this.header = IpHeader.of(form.family());
        this.checksum = form.checksum();
        this.seal = form.seal();
        this.messageAt = header.length() + seal.headerLength();
        this.messageLength = Advert.length(
                advert.version(), form.family(), advert.addresses().size());
        int payloadLength = seal.headerLength() + messageLength + seal.trailerLength();
        this.packet = ByteBuffer.allocateDirect(header.length() + payloadLength);
        header.encode(form.source(), form.timeToLive(), seal.protocol(), payloadLength, packet);
        packet.position(messageAt);
        AdvertCodec.encode(advert, form.family(), packet);
        packet.clear();
    }

    /**
     * The packet for one destination, ready to send; good until the next call. The kernel fills in the header checksum.
     *
     * @param destination address in network order
     */
    public ByteBuffer patch(int priority, byte[] destination) {
        if (header == IpHeader.IPV4) {
            identification = identification == WORD ? 1 : identification + 1;
            packet.putShort(IpHeader.IDENTIFICATION_OFFSET, (short) identification);
        }
        packet.put(header.destinationOffset(), destination);
        packet.put(messageAt + AdvertCodec.PRIORITY_OFFSET, (byte) priority);
        AdvertCodec.putChecksum(
                packet, messageAt, messageLength, checksum.pseudoHeaderSum(packet, header, messageLength));
        seal.seal(packet, header.length(), messageAt + messageLength);
        return packet.rewind();
    }
}
