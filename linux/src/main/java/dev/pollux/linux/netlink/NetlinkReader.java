package dev.pollux.linux.netlink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * Walks the messages of one datagram; {@link NetlinkWriter} has the picture. Reading past the end of a message, or a
 * message that does not fit the datagram, gives zeros and is remembered: {@link #error} tells the first such error, and
 * from then on there are no more messages. So a decoder reads everything it wants and asks once. Attributes read from
 * here report to the same place.
 *
 * <p>Not for two threads; a message's attributes are valid until {@link #next}.
 */
public final class NetlinkReader {

    static final int HEADER_SIZE = 16;
    static final int ALIGNMENT = 4;

    private final ByteBuffer buffer;
    private final FirstError error = new FirstError();
    private int nextMessage;
    private int messageStart;
    private int messageEnd;
    private int position;

    /** Reads between the buffer's position and limit, which stay as they are. The byte order becomes the host's. */
    public NetlinkReader(ByteBuffer buffer) {
        this.buffer = buffer.order(ByteOrder.nativeOrder());
        this.nextMessage = buffer.position();
    }

    /** Goes to the next message; false when there is none. */
    public boolean next() {
        int left = buffer.limit() - nextMessage;
        if (left <= 0 || error.present()) {
            return false;
        }
        int length = left < HEADER_SIZE ? left : buffer.getInt(nextMessage);
        if (length < HEADER_SIZE || length > left) {
            error.set("message of " + length + " bytes where " + left + " are left");
            return false;
        }
        messageStart = nextMessage;
        messageEnd = messageStart + length;
        nextMessage = messageStart + align(length);
        position = messageStart + HEADER_SIZE;
        return true;
    }

    /** The message type: a {@code NLMSG_} control message below 16, else the family's. */
    public int type() {
        return Short.toUnsignedInt(buffer.getShort(messageStart + 4));
    }

    public int flags() {
        return Short.toUnsignedInt(buffer.getShort(messageStart + 6));
    }

    public int sequence() {
        return buffer.getInt(messageStart + 8);
    }

    /** The next byte of the fixed header, unsigned. */
    public int int8() {
        return take(Byte.BYTES) ? Byte.toUnsignedInt(buffer.get(position - Byte.BYTES)) : 0;
    }

    /** The next two bytes of the fixed header in host byte order, unsigned. */
    public int int16() {
        return take(Short.BYTES) ? Short.toUnsignedInt(buffer.getShort(position - Short.BYTES)) : 0;
    }

    /** The next four bytes of the fixed header in host byte order. */
    public int int32() {
        return take(Integer.BYTES) ? buffer.getInt(position - Integer.BYTES) : 0;
    }

    /** Passes over bytes of the fixed header. */
    public NetlinkReader skip(int count) {
        take(count);
        return this;
    }

    /** Passes over bytes with their padding, where a message holds another. */
    NetlinkReader skipAligned(int count) {
        return skip(Math.min(align(count), Math.max(0, messageEnd - position)));
    }

    /** The attributes from here to the message's end. */
    public NetlinkAttributes attributes() {
        return new NetlinkAttributes(buffer, position, messageEnd, error);
    }

    /** The first thing that was wrong with what was read from this datagram so far. */
    public Optional<String> error() {
        return error.text();
    }

    static int align(int length) {
        return (length + ALIGNMENT - 1) & -ALIGNMENT;
    }

    private boolean take(int count) {
        if (count < 0 || count > messageEnd - position) {
            error.set("message type " + type() + " is shorter than its fixed header");
            position = messageEnd;
            return false;
        }
        position += count;
        return true;
    }
}
