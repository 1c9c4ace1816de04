package dev.pollux.vrrp.packet;

import java.nio.ByteBuffer;

/** The ones' complement checksum of the Internet protocols (RFC 1071). Sums are kept unfolded until {@link #finish}. */
final class InternetChecksum {

    private InternetChecksum() {}

    /** Adds {@code length} bytes from {@code offset} as 16 bit words in network order; an odd last byte is padded. */
    static long add(long sum, ByteBuffer buffer, int offset, int length) {
        long total = sum;
        int end = offset + length;
        for (int i = offset; i + 1 < end; i += 2) {
            total += ((buffer.get(i) & 0xff) << 8) | (buffer.get(i + 1) & 0xff);
        }
        return length % 2 == 0 ? total : total + ((buffer.get(end - 1) & 0xff) << 8);
    }

    /** Folds the carries and complements: what belongs into the checksum field; 0 over data whose checksum is right. */
    static int finish(long sum) {
        long folded = sum;
        while (folded >> 16 != 0) {
            folded = (folded & 0xffff) + (folded >> 16);
        }
        return (int) (~folded & 0xffff);
    }
}
