package dev.pollux.healthcheck.probe;

import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The MD5 of a body that is never held as a whole. MD5 because {@code digest} in keepalived.conf is one. */
final class BodyDigest {

    private final MessageDigest md5;

    BodyDigest() {
        try {
            md5 = MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }

    /** Adds the first bytes that are readable, without reading them. */
    void update(ByteBuf bytes, int length) {
        for (ByteBuffer part : bytes.nioBuffers(bytes.readerIndex(), length)) {
            md5.update(part);
        }
    }

    /** 32 lower-case hexadecimal digits; the digest then begins anew. */
    String hex() {
        return HexFormat.of().formatHex(md5.digest());
    }
}
