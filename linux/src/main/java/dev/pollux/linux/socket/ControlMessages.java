package dev.pollux.linux.socket;

import java.nio.ByteBuffer;

/**
 * Control messages that come and go with a packet (cmsg(3)): the interface what IPv6 has no header for,
 * and the kernel's timestamp. Buffers are in host byte order.
 *
 * <pre>
 *  struct cmsghdr, 64-bit, aligned to 8
 *   0 length, with this header   8 level   12 type   16 data
 *  IP_PKTINFO:        interface index (4), local address (4), destination address (4)
 *  IP_TTL:            time to live (4)
 *  IPV6_PKTINFO:      destination address (16), interface index (4)
 *  IPV6_HOPLIMIT:     hop limit (4)
 *  SCM_TIMESTAMPNS:   seconds (8), nanoseconds (8)
 * </pre>
 */
final class ControlMessages {

    /** Room for all of them. */
    static final int RECEIVE_SIZE = 128;

    /** {@code CMSG_SPACE(sizeof(struct in_pktinfo))}. */
    static final int PACKET_INFO_SPACE = 32;

    /** {@code CMSG_SPACE(sizeof(struct in6_pktinfo))}. */
    static final int PACKET_INFO6_SPACE = 40;

    static final int IP_LEVEL = 0;
    static final int IPV6_LEVEL = 41;
    static final int IPV6_PKTINFO = 50;
    static final int IPV6_HOPLIMIT = 52;
    static final int IP_PKTINFO = 8;
    static final int IP_TTL = 2;
    static final int SOCKET_LEVEL = 1;
    static final int SO_TIMESTAMPNS = 35;

    private static final int HEADER_SIZE = 16;
    private static final int PACKET_INFO_SIZE = 12;
    private static final int PACKET_INFO6_SIZE = 20;
    private static final int TIMESTAMP_SIZE = 16;
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

    /** As {@link #putInterface}, for IPv6. */
    static void putInterface6(ByteBuffer control, int interfaceIndex) {
        control.clear()
                .putLong(HEADER_SIZE + PACKET_INFO6_SIZE)
                .putInt(IPV6_LEVEL)
                .putInt(IPV6_PKTINFO)
                .putLong(0)
                .putLong(0)
                .putInt(interfaceIndex)
                .putInt(0)
                .flip();
    }

    /** Where IPV6_PKTINFO begins: the destination, then the interface; -1 if there is none. */
    static int packetInfo6(ByteBuffer control) {
        return find(control, IPV6_LEVEL, IPV6_PKTINFO, PACKET_INFO6_SIZE);
    }

    /** The hop limit that the packet came with, 0 if unknown. */
    static int hopLimit(ByteBuffer control) {
        int data = find(control, IPV6_LEVEL, IPV6_HOPLIMIT, Integer.BYTES);
        return data < 0 ? 0 : control.getInt(data);
    }

    /** The TTL that the packet came with, 0 if unknown. */
    static int timeToLive(ByteBuffer control) {
        int data = find(control, IP_LEVEL, IP_TTL, Integer.BYTES);
        return data < 0 ? 0 : control.getInt(data);
    }

    /** The interface from IPV6_PKTINFO, 0 if there is none. */
    static int interfaceIndex6(ByteBuffer control) {
        int data = packetInfo6(control);
        return data < 0 ? 0 : control.getInt(data + PACKET_INFO6_SIZE - Integer.BYTES);
    }

    /** The interface from IP_PKTINFO, 0 if there is none. */
    static int interfaceIndex(ByteBuffer control) {
        int data = find(control, IP_LEVEL, IP_PKTINFO, PACKET_INFO_SIZE);
        return data < 0 ? 0 : control.getInt(data);
    }

    /** The kernel's receive time in nanoseconds since 1970, 0 if there is none. */
    static long realtimeNanos(ByteBuffer control) {
        int data = find(control, SOCKET_LEVEL, SO_TIMESTAMPNS, TIMESTAMP_SIZE);
        return data < 0 ? 0 : control.getLong(data) * NANOS_PER_SECOND + control.getLong(data + 8);
    }

    /** Where the data of the wanted message begins, -1 if it is not there. */
    private static int find(ByteBuffer control, int level, int type, int size) {
        int start = 0;
        while (control.limit() - start >= HEADER_SIZE) {
            long length = control.getLong(start);
            if (length < HEADER_SIZE || length > control.limit() - start) {
                return -1;
            }
            if (control.getInt(start + 8) == level && control.getInt(start + 12) == type) {
                return length < HEADER_SIZE + size ? -1 : start + HEADER_SIZE;
            }
            start += ((int) length + ALIGNMENT - 1) & -ALIGNMENT;
        }
        return -1;
    }
}
