package dev.pollux.vrrp.packet;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * HMAC (RFC 2104) over one of the hashes that every Java platform has. Unlike {@code javax.crypto.Mac}, which makes an array for each
 * result, it leaves nothing for the collector. For one thread only.
 */
final class KeyedHash {

    /** Of MD5 and SHA-256 alike, in bytes. */
    private static final int BLOCK = 64;

    private static final byte INNER = 0x36;
    private static final byte OUTER = 0x5c;

    private final MessageDigest hash;
    private final byte[] inner = new byte[BLOCK];
    private final byte[] outer = new byte[BLOCK];
    private final byte[] result;

    /**
     * A hash with this key.
     *
     * @param algorithm {@code MD5} or {@code SHA-256}
     */
    KeyedHash(String algorithm, byte[] key) {
        try {
            hash = MessageDigest.getInstance(algorithm);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        result = new byte[hash.getDigestLength()];
        byte[] block = Arrays.copyOf(key.length > BLOCK ? hash.digest(key) : key, BLOCK);
        for (int i = 0; i < BLOCK; i++) {
            inner[i] = (byte) (block[i] ^ INNER);
            outer[i] = (byte) (block[i] ^ OUTER);
        }
    }

    /** Of the first bytes of an array; the result is overwritten by the next call. */
    byte[] of(byte[] bytes, int length) {
        hash.update(inner);
        hash.update(bytes, 0, length);
        finish();
        hash.update(outer);
        hash.update(result);
        finish();
        return result;
    }

    private void finish() {
        try {
            hash.digest(result, 0, result.length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
