package dev.pollux.linux.socket;

import java.nio.ByteBuffer;

/**
 * Control messages that come and go with a packet (cmsg(3)): the interface and the kernel's timestamp. Buffers are in
 * host byte order.
 *
 * <pre>
 *  struct cmsghdr, 64-bit, aligned to 8
 *   0 length, with this header   8 level   12 type   16 data
 *  IP_PKTINFO:        interface index (4), local address (4), destination address (4)
 *  SCM_TIMESTAMPNS:   seconds (8), nanoseconds (8)
 * </pre>
 */
final class ControlMessages {

    /** Room for both of them. */
    static final int RECEIVE_SIZE = 128;

    /** {@code CMSG_SPACE(sizeof(struct in_pktinfo))}. */
    static final int PACKET_INFO_SPACE = 32;

    static final int IP_LEVEL = 0;
    static final int IP_PKTINFO = 8;
    static final int SOCKET_LEVEL = 1;
    static final int SO_TIMESTAMPNS = 35;

    private static final int HEADER_SIZE = 16;
    private static final int PACKET_INFO_SIZE = 12;
    private static final int ALIGNMENT = 8;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private ControlMessages() {}

    /** Puts the one message that makes the kernel send by this interface. */
    static void putInterface(ByteBuffer control, int interfaceIndex) {
        control.clear()
                .putLong(HEADER_SIZE + PACKET_INFO_SIZE)
                .putInt(IP_LEVEL)
                .putInt(IP_PKTINFO)
                .putInt(interfaceIndex)
                .putInt(0)
                .putInt(0)
                .putInt(0)
                .flip();
    }

    /** The interface from IP_PKTINFO, 0 if there is none. */
    static int interfaceIndex(ByteBuffer control) {
        int data = find(control, IP_LEVEL, IP_PKTINFO);
        return data < 0 ? 0 : control.getInt(data);
    }

    /** The kernel's receive time in nanoseconds since 1970, 0 if there is none. */
    static long realtimeNanos(ByteBuffer control) {
        int data = find(control, SOCKET_LEVEL, SO_TIMESTAMPNS);
        return data < 0 ? 0 : control.getLong(data) * NANOS_PER_SECOND + control.getLong(data + 8);
    }

    /** Where the data of the wanted message begins, -1 if it is not there. */
    private static int find(ByteBuffer control, int level, int type) {
        int start = 0;
        while (control.limit() - start >= HEADER_SIZE) {
            long length = control.getLong(start);
            if (length < HEADER_SIZE || length > control.limit() - start) {
                return -1;
            }
            if (control.getInt(start + 8) == level && control.getInt(start + 12) == type) {
                return start + HEADER_SIZE;
            }
            start += ((int) length + ALIGNMENT - 1) & -ALIGNMENT;
        }
        return -1;
    }
}
