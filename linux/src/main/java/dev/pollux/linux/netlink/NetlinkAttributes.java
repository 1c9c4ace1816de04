package dev.pollux.linux.netlink;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Walks attributes: {@code while (a.next()) switch (a.type()) ...}. A value of another length than asked for, or an
 * attribute that does not fit, gives zero or an empty value and is remembered by the {@link NetlinkReader} this came from.
 */
public final class NetlinkAttributes {

    private static final int HEADER_SIZE = 4;

    /** {@code NLA_TYPE_MASK}: without NLA_F_NESTED and NLA_F_NET_BYTEORDER. */
    private static final int TYPE_MASK = 0x3fff;

    private static final byte[] ANY_ADDRESS = new byte[4];

    private final ByteBuffer buffer;
    private final int end;
    private final FirstError error;
    private int nextAttribute;
    private int valueStart;
    private int valueLength;
    private int type;

    NetlinkAttributes(ByteBuffer buffer, int start, int end, FirstError error) {
        this.buffer = buffer;
        this.nextAttribute = start;
        this.end = end;
        this.error = error;
    }

    /** Goes to the next attribute; false when there is none. */
    public boolean next() {
        int left = end - nextAttribute;
        if (left < HEADER_SIZE || error.present()) {
            return false;
        }
        int length = Short.toUnsignedInt(buffer.getShort(nextAttribute));
        if (length < HEADER_SIZE || length > left) {
            error.set("attribute of " + length + " bytes where " + left + " are left");
            return false;
        }
        type = Short.toUnsignedInt(buffer.getShort(nextAttribute + 2)) & TYPE_MASK;
        valueStart = nextAttribute + HEADER_SIZE;
        valueLength = length - HEADER_SIZE;
        nextAttribute += NetlinkReader.align(length);
        return true;
    }

    /** The attribute's type without its flags. */
    public int type() {
        return type;
    }

    /** Bytes of the value, without padding. */
    public int length() {
        return valueLength;
    }

    /** One byte, unsigned. */
    public int int8() {
        return has(Byte.BYTES) ? Byte.toUnsignedInt(buffer.get(valueStart)) : 0;
    }

    /** Two bytes in host byte order, unsigned. */
    public int int16() {
        return has(Short.BYTES) ? Short.toUnsignedInt(buffer.getShort(valueStart)) : 0;
    }

    /** Two bytes in network byte order, unsigned: a port number. */
    public int int16BigEndian() {
        return has(Short.BYTES) ? int8At(0) << 8 | int8At(1) : 0;
    }

    /** Four bytes in host byte order. */
    public int int32() {
        return has(Integer.BYTES) ? buffer.getInt(valueStart) : 0;
    }

    /** Four bytes in network byte order. */
    public int int32BigEndian() {
        int value = int32();
        return ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN ? value : Integer.reverseBytes(value);
    }

    /** Eight bytes in host byte order. */
    public long int64() {
        return has(Long.BYTES) ? buffer.getLong(valueStart) : 0;
    }

    /** The value as it is. */
    public byte[] bytes() {
        byte[] value = new byte[valueLength];
        buffer.get(valueStart, value);
        return value;
    }

    /** Copies {@code count} bytes from {@code offset} of the value: a structure's member, or the head of a wider field. */
    public byte[] bytes(int offset, int count) {
        if (offset < 0 || count < 0 || offset + count > valueLength) {
            error.set("attribute type " + type + " has " + valueLength + " bytes, not " + (offset + count));
            return new byte[Math.max(0, count)];
        }
        byte[] value = new byte[count];
        buffer.get(valueStart + offset, value);
        return value;
    }

    /** A string, up to its first zero byte if it has one. */
    public String string() {
        byte[] value = bytes();
        int length = 0;
        while (length < value.length && value[length] != 0) {
            length++;
        }
        return new String(value, 0, length, StandardCharsets.UTF_8);
    }

    /** An IPv4 address of 4 bytes or an IPv6 address of 16. */
    public InetAddress address() {
        if (valueLength != 4 && valueLength != 16) {
            error.set("attribute type " + type + " has " + valueLength + " bytes, no address has");
            return address(ANY_ADDRESS);
        }
        return address(bytes());
    }

    /** As {@link #address}, where it fills the value from {@code offset} on. */
    public InetAddress addressFrom(int offset) {
        int size = valueLength - offset;
        return size == 4 || size == 16 ? address(bytes(offset, size)) : address();
    }

    /** The attributes in a part of this one. */
    public NetlinkAttributes nested(int offset, int count) {
        int start = valueStart + Math.min(offset, valueLength);
        return new NetlinkAttributes(buffer, start, Math.min(start + count, valueStart + valueLength), error);
    }

    /** The attributes within this one. */
    public NetlinkAttributes nested() {
        return new NetlinkAttributes(buffer, valueStart, valueStart + valueLength, error);
    }

    private int int8At(int offset) {
        return Byte.toUnsignedInt(buffer.get(valueStart + offset));
    }

    private boolean has(int size) {
        if (valueLength != size) {
            error.set("attribute type " + type + " has " + valueLength + " bytes, not " + size);
            return false;
        }
        return true;
    }

    private static InetAddress address(byte[] value) {
        try {
            return InetAddress.getByAddress(value);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("an address has 4 or 16 bytes", e);
        }
    }
}
