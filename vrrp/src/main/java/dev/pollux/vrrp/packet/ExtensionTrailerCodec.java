package dev.pollux.vrrp.packet;

import java.nio.ByteBuffer;

/**
 * The trailer of {@code auth_hmac} (keepalived since 2.4.2), behind the VRRP message. The IP length covers it, the VRRP checksum
 * does not.
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +---------------+---------------+-------------------------------+
 * |    type: 1    |    key id     |           reserved: 0         |
 * +---------------+---------------+-------------------------------+
 * |                   seconds since 1970 (UTC)                    |
 * +-------------------------------+-------------------------------+
 * |     fraction, 2^-16 s         |            counter            |
 * +-------------------------------+-------------------------------+
 * |                   hash, first 16 bytes                        |
 * +---------------------------------------------------------------+
 * </pre>
 */
final class ExtensionTrailerCodec {

    static final int LENGTH = 28;
    static final int HASH_OFFSET = 12;
    static final int HASH_LENGTH = 16;

    private static final byte[] NO_HASH = new byte[HASH_LENGTH];

    private ExtensionTrailerCodec() {}

    /** Writes the trailer at an offset, with a hash of zero. */
    static void encode(ExtensionTrailer trailer, ByteBuffer out, int at) {
        encode(trailer.keyId(), trailer.sequence(), out, at);
        out.put(at, (byte) trailer.type());
        out.putShort(at + 2, (short) trailer.reserved());
    }

    /** The same of the only type there is, without an object, for every advert. */
    static void encode(int keyId, long sequence, ByteBuffer out, int at) {
        out.put(at, (byte) ExtensionTrailer.HMAC_SHA256).put(at + 1, (byte) keyId);
        out.putShort(at + 2, (short) 0);
        out.putLong(at + 4, sequence);
        out.put(at + HASH_OFFSET, NO_HASH);
    }

    /** Reads the trailer at an offset, from which {@link #LENGTH} bytes must be there. */
    static ExtensionTrailer decode(ByteBuffer in, int at) {
        return new ExtensionTrailer(
                in.get(at) & 0xff, in.get(at + 1) & 0xff, in.getShort(at + 2) & 0xffff, in.getLong(at + 4));
    }
}
