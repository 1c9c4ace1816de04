package dev.pollux.integration.capture;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * A captured packet behind its LINKTYPE_LINUX_SLL2 pseudo header.
 *
 * <pre>
 *  0                   1                   2                   3
 * +-------------------------------+-------------------------------+
 * |         EtherType             |           reserved            |
 * +-------------------------------+-------------------------------+
 * |                        interface index                        |
 * +-------------------------------+---------------+---------------+
 * |       hardware type           |  packet type  | address length|
 * +-------------------------------+---------------+---------------+
 * |                 link-layer address (8 octets)                 |
 * +---------------------------------------------------------------+
 * </pre>
 */
public final class CapturedPacket {

    private static final int PAYLOAD = 20;
    private static final int ETHERTYPE_IPV4 = 0x0800;
    private static final int ETHERTYPE_ARP = 0x0806;
    private static final int ARP_REPLY = 2;
    private static final int ETHERTYPE_IPV6 = 0x86dd;
    private static final int PROTOCOL_VRRP = 112;
    private static final int PROTOCOL_AUTHENTICATION = 51;
    private static final int AUTHENTICATION_HEADER = 24;
    private static final int ETHERNET = 14;

    private final long nanos;
    private final byte[] bytes;

    CapturedPacket(long nanos, byte[] bytes) {
        this.nanos = nanos;
        this.bytes = bytes;
    }

    long nanos() {
        return nanos;
    }

    /** The pseudo header and the packet. */
    byte[] bytes() {
        return bytes;
    }

    int interfaceIndex() {
        return ByteBuffer.wrap(bytes).getInt(4);
    }

    /** The packet as an event at {@code port}; empty for what is too short to be one. */
    Optional<NetworkEvent> event(String port) {
        int etherType = bytes.length < PAYLOAD ? 0 : u16(0);
        if (etherType == ETHERTYPE_ARP && bytes.length >= PAYLOAD + 28) {
            boolean reply = u16(PAYLOAD + 6) == ARP_REPLY;
            return Optional.of(new NetworkEvent.Arp(nanos, port, reply, ipv4(PAYLOAD + 14), ipv4(PAYLOAD + 24)));
        }
        if (etherType == ETHERTYPE_IPV4 && bytes.length >= PAYLOAD + 20) {
            int content = PAYLOAD + (u8(PAYLOAD) & 0x0f) * 4;
            return advert(port, ipv4(PAYLOAD + 12), u8(PAYLOAD + 9), content);
        }
        if (etherType == ETHERTYPE_IPV6 && bytes.length >= PAYLOAD + 40) {
            return advert(port, ipv6(PAYLOAD + 8), u8(PAYLOAD + 6), PAYLOAD + 40);
        }
        return Optional.empty();
    }

    /** An advert, perhaps behind the authentication header. */
    private Optional<NetworkEvent> advert(String port, String source, int protocol, int content) {
        boolean header = protocol == PROTOCOL_AUTHENTICATION && bytes.length > content + AUTHENTICATION_HEADER;
        int vrrp = header ? content + AUTHENTICATION_HEADER : content;
        boolean isVrrp = header ? u8(content) == PROTOCOL_VRRP : protocol == PROTOCOL_VRRP;
        return isVrrp && bytes.length >= vrrp + 8
                ? Optional.of(
                        new NetworkEvent.Advert(nanos, port, source, u8(vrrp) >> 4, u8(vrrp + 1), u8(vrrp + 2), this))
                : Optional.empty();
    }

    /** The IP packet again as somebody else would send it to the group, with one octet of it changed. */
    public byte[] forged(int offset, int mask) {
        ByteBuffer frame = ByteBuffer.allocate(ETHERNET + bytes.length - PAYLOAD);
        frame.put(new byte[] {1, 0, 0x5e, 0, 0, 0x12, 2, 0, 0, 0, 0, 0x66}).putShort((short) ETHERTYPE_IPV4);
        frame.put(bytes, PAYLOAD, bytes.length - PAYLOAD);
        frame.put(ETHERNET + offset, (byte) (frame.get(ETHERNET + offset) ^ mask));
        return frame.array();
    }

    private int u8(int offset) {
        return bytes[offset] & 0xff;
    }

    private int u16(int offset) {
        return u8(offset) << 8 | u8(offset + 1);
    }

    private String ipv6(int offset) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, offset, offset + 16))
                    .getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    private String ipv4(int offset) {
        return u8(offset) + "." + u8(offset + 1) + "." + u8(offset + 2) + "." + u8(offset + 3);
    }
}
