package dev.pollux.vrrp.packet;

import java.nio.ByteBuffer;

/**
 * The hash of {@code auth_hmac} with one key: HMAC-SHA256 over a pseudo-header, the message without its checksum and the
 * trailer without its hash.
 *
 * <pre>
 * +----------------+--------------+------+---+--------------------------------------+
 * | IP version (1) | VRRP version | VRID | 0 | source address (16), left aligned    |  pseudo-header
 * +----------------+--------------+------+---+--------------------------------------+
 * | message, checksum zero | trailer, 12 bytes | 16 zeros |
 * +------------------------+-------------------+----------+
 * </pre>
 */
final class ExtensionHash {

    private static final String ALGORITHM = "SHA-256";
    private static final int PSEUDO_HEADER = 20;
    private static final int SOURCE_AT = 4;

    private final KeyedHash hash;
    private byte[] scratch = {};
    private ByteBuffer input = ByteBuffer.wrap(scratch);

    ExtensionHash(byte[] key) {
        this.hash = new KeyedHash(ALGORITHM, key);
    }

    /**
     * The hash of the packet that begins with its IP header at index 0; the first 16 bytes count, and only until the next call.
     *
     * @param messageAt where the message begins, which ends where the trailer begins
     */
    byte[] of(ByteBuffer packet, int messageAt, int trailerAt) {
        int messageLength = trailerAt - messageAt;
        int length = PSEUDO_HEADER + messageLength + ExtensionTrailerCodec.LENGTH;
        if (scratch.length < length) {
            scratch = new byte[length];
            input = ByteBuffer.wrap(scratch);
        }
        input.clear();
        int ipVersion = (packet.get(0) >> 4) & 0xf;
        IpHeader header = ipVersion == 4 ? IpHeader.IPV4 : IpHeader.IPV6;
        input.put((byte) ipVersion).put((byte) ((packet.get(messageAt) >> 4) & 0xf));
        input.put(packet.get(messageAt + 1)).put((byte) 0).putLong(0).putLong(0);
        packet.get(header.sourceOffset(), scratch, SOURCE_AT, header.addressLength());
        packet.get(messageAt, scratch, PSEUDO_HEADER, messageLength + ExtensionTrailerCodec.HASH_OFFSET);
        input.putShort(PSEUDO_HEADER + AdvertCodec.CHECKSUM_OFFSET, (short) 0);
        input.putLong(length - 2 * Long.BYTES, 0).putLong(length - Long.BYTES, 0);
        return hash.of(scratch, length);
    }
}
