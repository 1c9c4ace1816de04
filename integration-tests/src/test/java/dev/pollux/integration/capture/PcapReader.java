package dev.pollux.integration.capture;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Reads a capture file of this machine's byte order with nanosecond time stamps (draft-ietf-opsawg-pcap). */
final class PcapReader implements AutoCloseable {

    static final int MAGIC_NANOSECONDS = 0xa1b23c4d;
    static final int LINKTYPE_LINUX_SLL2 = 276;

    private final InputStream input;

    PcapReader(InputStream input) throws IOException {
        this.input = input;
        ByteBuffer header = read(24);
        int magic = header.getInt(0);
        int linkType = header.getInt(20);
        if (magic != MAGIC_NANOSECONDS || linkType != LINKTYPE_LINUX_SLL2) {
            throw new IOException(String.format("unexpected capture: magic %08x, link type %d", magic, linkType));
        }
    }

    /** The next packet; {@link EOFException} at the end. */
    CapturedPacket next() throws IOException {
        ByteBuffer header = read(16);
        long seconds = Integer.toUnsignedLong(header.getInt(0));
        long nanos = Integer.toUnsignedLong(header.getInt(4));
        byte[] bytes = read(header.getInt(8)).array();
        return new CapturedPacket(seconds * 1_000_000_000L + nanos, bytes);
    }

    @Override
    public void close() throws IOException {
        input.close();
    }

    private ByteBuffer read(int length) throws IOException {
        byte[] bytes = input.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
    }
}
