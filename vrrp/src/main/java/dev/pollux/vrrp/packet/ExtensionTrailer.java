package dev.pollux.vrrp.packet;

/**
 * What the trailer of {@code auth_hmac} says besides its hash; see {@link ExtensionTrailerCodec}.
 *
 * @param type 1: HMAC-SHA256, the first 16 bytes
 * @param reserved 0
 * @param sequence seconds since 1970 (32 bits), 2^-16 s (16 bits), counter (16 bits): grows with every advert of a sender
 */
record ExtensionTrailer(int type, int keyId, int reserved, long sequence) {

    static final int HMAC_SHA256 = 1;

    private static final int SECONDS_SHIFT = 32;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final int FRACTION_BITS = 16;

    /** Seconds since 1970, modulo 2^32. */
    long seconds() {
        return sequence >>> SECONDS_SHIFT;
    }

    /** The sequence number of a moment, with a counter of zero. */
    static long sequence(long epochNanos) {
        long seconds = epochNanos / NANOS_PER_SECOND;
        long fraction = ((epochNanos % NANOS_PER_SECOND) << FRACTION_BITS) / NANOS_PER_SECOND;
        return seconds << SECONDS_SHIFT | fraction << FRACTION_BITS;
    }
}
