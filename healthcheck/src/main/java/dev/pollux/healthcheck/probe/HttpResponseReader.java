package dev.pollux.healthcheck.probe;

import dev.pollux.grammar.model.HttpUrl;
import dev.pollux.healthcheck.policy.CheckOutcome;
import dev.pollux.healthcheck.policy.CheckOutcome.Failed;
import dev.pollux.healthcheck.policy.CheckOutcome.Failure;
import dev.pollux.healthcheck.policy.CheckOutcome.Passed;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads the answer to one request as {@code HTTP_GET} judges it: everything up to the end of the connection, in bounded
 * memory.
 *
 * <p>Written by hand because an HTTP decoder does the opposite of what is wanted: it undoes chunked encoding, of which the
 * digest is to be taken as it stands, ends the message at Content-Length, where a longer body must be noticed, and accepts
 * status lines that keepalived does not.
 */
final class HttpResponseReader {

    /** keepalived's receive buffer: a longer header counts as no header. */
    static final int MAX_HEADER_BYTES = 4096;

    private final HttpUrl url;
    private final @Nullable BodyDigest digest;
    private byte[] header = new byte[512];
    private int headerLength;
    private int terminatorSeen;
    private boolean inBody;
    private String status = "";
    private long contentLength = -1;
    private long bodyLength;

    HttpResponseReader(HttpUrl url) {
        this.url = url;
        this.digest = url.digest() == null ? null : new BodyDigest();
    }

    /**
     * Takes the next bytes, all of them.
     *
     * @return what is already certain to be wrong; null: read on
     */
    @Nullable
    Failed read(ByteBuf bytes) {
        while (!inBody && bytes.isReadable()) {
            if (headerLength == MAX_HEADER_BYTES) {
                return new Failed(Failure.HTTP_NO_DATA, "Header longer than " + MAX_HEADER_BYTES + " bytes");
            }
            readHeader(bytes.readByte());
        }
        if (bytes.isReadable()) {
            readBody(bytes);
        }
        return null;
    }

    private void readHeader(byte next) {
        if (headerLength == header.length) {
            header = Arrays.copyOf(header, MAX_HEADER_BYTES);
        }
        header[headerLength++] = next;
        byte expected = (byte) (terminatorSeen % 2 == 0 ? '\r' : '\n');
        if (next == expected) {
            terminatorSeen++;
        } else {
            terminatorSeen = next == '\r' ? 1 : 0;
        }
        if (terminatorSeen == 4) {
            inBody = true;
            HttpHeader parsed = HttpHeader.parse(new String(header, 0, headerLength, StandardCharsets.ISO_8859_1));
            status = parsed.status();
            contentLength = parsed.contentLength();
        }
    }

    private void readBody(ByteBuf bytes) {
        int length = bytes.readableBytes();
        if (digest != null) {
            long wanted = contentLength < 0 ? length : Math.max(0, contentLength - bodyLength);
            digest.update(bytes, (int) Math.min(length, wanted));
        }
        bodyLength += length;
        bytes.skipBytes(bytes.readableBytes());
    }

    /** The verdict on the whole answer, once the server has ended it. Called once. */
    CheckOutcome end() {
        if (!inBody) {
            return new Failed(
                    Failure.HTTP_NO_DATA,
                    headerLength == 0 ? "Connection closed without an answer" : "No end of the header");
        }
        if (!accepted(status)) {
            return new Failed(
                    Failure.HTTP_STATUS, status.isEmpty() ? "No status code of three digits" : "Status code " + status);
        }
        if (digest != null) {
            String found = digest.hex();
            if (!found.equals(url.digest())) {
                return new Failed(Failure.HTTP_DIGEST, "MD5 of the body is " + found);
            }
        }
        return new Passed();
    }

    private boolean accepted(String code) {
        return !code.isEmpty() && url.statusCodes().stream().anyMatch(range -> range.contains(Integer.parseInt(code)));
    }

    /** The length that the header announced; -1: none, or no header yet. */
    long contentLength() {
        return contentLength;
    }

    /** Body bytes read so far. */
    long bodyLength() {
        return bodyLength;
    }
}
