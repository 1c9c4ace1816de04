package dev.pollux.linux.netlink;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Writes netlink messages, one after another, into a reused buffer. Everything is aligned to 4 bytes and padded with
 * zeros; integers are in host byte order unless the method says otherwise.
 *
 * <pre>
 *   0                   1                   2                   3
 *   0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 *  +---------------------------------------------------------------+
 *  |                 length, with header, no final padding         |
 *  +-------------------------------+-------------------------------+
 *  |             type              |             flags             |
 *  +-------------------------------+-------------------------------+
 *  |                        sequence number                        |
 *  +---------------------------------------------------------------+
 *  |                            port id                            |
 *  +---------------------------------------------------------------+
 *  |  fixed header of the family (ifaddrmsg, genlmsghdr, ...)      |
 *  +-------------------------------+-------------------------------+
 *  |  attribute length, no padding |        attribute type         |  attributes, nested
 *  +-------------------------------+-------------------------------+  ones within others
 *  |  value, padded                                                |
 *  +---------------------------------------------------------------+
 * </pre>
 *
 * <p>Writing past the buffer's limit throws {@link java.nio.BufferOverflowException}; {@link #rollback} takes the
 * unfinished message away. Not for two threads.
 */
public final class NetlinkWriter {

    private static final int ATTRIBUTE_HEADER_SIZE = 4;
    private static final int ALIGNMENT = 4;
    private static final int FLAGS_OFFSET = 6;
    private static final int FLAG_NESTED = 0x8000;

    private final ByteBuffer buffer;
    private int messageStart;
    private int lastMessage = -1;

    /** Writes at the buffer's position; the buffer's byte order becomes the host's. */
    public NetlinkWriter(ByteBuffer buffer) {
        this.buffer = buffer.order(ByteOrder.nativeOrder());
        this.messageStart = buffer.position();
    }

    /** Appends one whole message. */
    public NetlinkWriter message(NetlinkRequest request, int sequence) {
        messageStart = buffer.position();
        buffer.putInt(0);
        buffer.putShort((short) request.type());
        buffer.putShort((short) request.flags());
        buffer.putInt(sequence);
        buffer.putInt(0);
        request.body().accept(this);
        buffer.putInt(messageStart, buffer.position() - messageStart);
        lastMessage = messageStart;
        return this;
    }

    /** Asks the kernel to acknowledge the last whole message also when it succeeds. */
    public void acknowledgeLast() {
        int flags = lastMessage + FLAGS_OFFSET;
        buffer.putShort(flags, (short) (buffer.getShort(flags) | NetlinkFlags.ACK));
    }

    /** Takes away the message that {@link #message} began and could not finish. */
    public void rollback() {
        buffer.position(messageStart);
    }

    /** One byte of a fixed header. */
    public NetlinkWriter int8(int value) {
        buffer.put((byte) value);
        return this;
    }

    /** Two bytes of a fixed header, host byte order. */
    public NetlinkWriter int16(int value) {
        buffer.putShort((short) value);
        return this;
    }

    /** Four bytes of a fixed header, host byte order. */
    public NetlinkWriter int32(int value) {
        buffer.putInt(value);
        return this;
    }

    /** Zero bytes of a fixed header. */
    public NetlinkWriter zeros(int count) {
        for (int i = 0; i < count; i++) {
            buffer.put((byte) 0);
        }
        return this;
    }

    /** An attribute without a value: its presence is the message. */
    public NetlinkWriter flag(int type) {
        return attributeHeader(type, 0);
    }

    public NetlinkWriter attribute8(int type, int value) {
        attributeHeader(type, Byte.BYTES);
        buffer.put((byte) value);
        return pad();
    }

    public NetlinkWriter attribute16(int type, int value) {
        attributeHeader(type, Short.BYTES);
        buffer.putShort((short) value);
        return pad();
    }

    /** Two bytes in network byte order, as the kernel keeps port numbers. */
    public NetlinkWriter attribute16BigEndian(int type, int value) {
        attributeHeader(type, Short.BYTES);
        buffer.put((byte) (value >>> 8)).put((byte) value);
        return pad();
    }

    public NetlinkWriter attribute32(int type, int value) {
        attributeHeader(type, Integer.BYTES);
        buffer.putInt(value);
        return this;
    }

    /** Four bytes in network byte order. */
    public NetlinkWriter attribute32BigEndian(int type, int value) {
        return attribute32(type, ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN ? value : Integer.reverseBytes(value));
    }

    public NetlinkWriter attribute64(int type, long value) {
        attributeHeader(type, Long.BYTES);
        buffer.putLong(value);
        return this;
    }

    public NetlinkWriter attribute(int type, byte[] value) {
        attributeHeader(type, value.length);
        buffer.put(value);
        return pad();
    }

    /** 4 or 16 bytes of address. */
    public NetlinkWriter attribute(int type, InetAddress address) {
        return attribute(type, address.getAddress());
    }

    /** A string with a final zero, as interface and scheduler names are ({@code NLA_NUL_STRING}). */
    public NetlinkWriter attribute(int type, String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        attributeHeader(type, bytes.length + 1);
        buffer.put(bytes).put((byte) 0);
        return pad();
    }

    /** An attribute whose value is attributes, written by {@code body}; it is marked {@code NLA_F_NESTED}. */
    public NetlinkWriter nested(int type, Consumer<NetlinkWriter> body) {
        int start = buffer.position();
        attributeHeader(type | FLAG_NESTED, 0);
        body.accept(this);
        buffer.putShort(start, (short) (buffer.position() - start));
        return this;
    }

    private NetlinkWriter attributeHeader(int type, int valueLength) {
        buffer.putShort((short) (ATTRIBUTE_HEADER_SIZE + valueLength));
        buffer.putShort((short) type);
        return this;
    }

    private NetlinkWriter pad() {
        while ((buffer.position() - messageStart) % ALIGNMENT != 0) {
            buffer.put((byte) 0);
        }
        return this;
    }
}
