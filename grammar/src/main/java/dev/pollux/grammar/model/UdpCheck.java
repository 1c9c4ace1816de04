package dev.pollux.grammar.model;

import org.jspecify.annotations.Nullable;

/**
 * {@code UDP_CHECK}: up when a datagram is answered, or at least not refused by ICMP, within the connect timeout.
 *
 * @param payload {@code payload}: what is sent, without a wildcard; null: 32 bytes of text that says it is a check
 * @param reply what must come back; null: nothing need come back
 */
public record UdpCheck(
        CheckTiming timing,
        CheckConnection connection,
        @Nullable BytePattern payload,
        @Nullable Reply reply) implements Checker.Connecting {

    @Override
    public String keyword() {
        return "UDP_CHECK";
    }

    @Override
    public UdpCheck withTiming(CheckTiming other) {
        return new UdpCheck(other, connection, payload, reply);
    }

    /**
     * {@code require_reply}.
     *
     * @param pattern how it must begin; null: any datagram will do, of any length
     * @param minLength {@code min_reply_length}, in bytes
     * @param maxLength {@code max_reply_length}, in bytes
     */
    public record Reply(@Nullable BytePattern pattern, int minLength, int maxLength) {

        public static final int DEFAULT_MIN_LENGTH = 0;
        public static final int DEFAULT_MAX_LENGTH = 255;
    }
}
