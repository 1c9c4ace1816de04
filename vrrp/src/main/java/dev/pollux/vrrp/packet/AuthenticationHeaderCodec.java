package dev.pollux.vrrp.packet;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * IPsec authentication header around VRRP (RFC 4302 2, RFC 2403 for the 96 bits).
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +---------------+---------------+-------------------------------+
 * | next header:  | length in     |           reserved            |
 * | 112           | words - 2: 4  |                               |
 * +---------------+---------------+-------------------------------+
 * |                  security parameters index                    |
 * +---------------------------------------------------------------+
 * |                       sequence number                         |
 * +---------------------------------------------------------------+
 * |               integrity check value, 12 bytes                 |
 * +---------------------------------------------------------------+
 * </pre>
 */
final class AuthenticationHeaderCodec {

    static final int LENGTH = 24;
    static final int CHECK_LENGTH = 12;
    static final int CHECK_OFFSET = 12;

    private static final byte[] NO_CHECK = new byte[CHECK_LENGTH];
    private static final long UNSIGNED = 0xffff_ffffL;
    private static final int LENGTH_IN_WORDS = LENGTH / Integer.BYTES - 2;

    private AuthenticationHeaderCodec() {}

    /** Writes the header at an offset, with a check value of zero. */
    static void encode(AuthenticationHeader header, ByteBuffer out, int at) {
        encode(header.securityParameters(), header.sequence(), out, at);
    }

    /** The same without an object, for every advert. */
    static void encode(int securityParameters, long sequence, ByteBuffer out, int at) {
        out.put(at, (byte) IpHeader.PROTOCOL_VRRP).put(at + 1, (byte) LENGTH_IN_WORDS);
        out.putShort(at + 2, (short) 0);
        out.putInt(at + 4, securityParameters).putInt(at + 8, (int) sequence);
        out.put(at + CHECK_OFFSET, NO_CHECK);
    }

    /** Reads the header between position and limit, which do not move; null: it is too short or not around VRRP. */
    static @Nullable AuthenticationHeader decode(ByteBuffer payload) {
        int at = payload.position();
        if (payload.remaining() < LENGTH
                || payload.get(at) != IpHeader.PROTOCOL_VRRP
                || payload.get(at + 1) != LENGTH_IN_WORDS) {
            return null;
        }
        return new AuthenticationHeader(payload.getInt(at + 4), payload.getInt(at + 8) & UNSIGNED);
    }
}
