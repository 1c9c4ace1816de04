package dev.pollux.vrrp.packet;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads packets and knows the last one of each virtual router again: adverts come a hundred times a second and say the same
 * thing, and what is known need not be made anew. Owned by the {@code vrrp} loop; one for each socket.
 */
public final class PacketMemory {

    private static final int VIRTUAL_ROUTER_IDS = 256;
    private static final int VIRTUAL_ROUTER_ID_IN_MESSAGE = 1;
    private static final int VERSION_SHIFT = 4;
    private static final int VERSION_4 = 4;

    /** Longer ones are not remembered. */
    private static final int LONGEST = 512;

    /** A packet and all its bytes, with what the link layer put behind them. */
    private record Known(IpPacket packet, ByteBuffer bytes) {}

    private final @Nullable Known[] known = new @Nullable Known[VIRTUAL_ROUTER_IDS];

    /**
     * Reads the packet between the buffer's position 0 and its limit; see {@link IpPacket#parse}.
     *
     * @return the same object as the last time if it is the same packet but for the identification that IPv4 gives each
     */
    public @Nullable IpPacket read(ByteBuffer packet) {
        int id = virtualRouterId(packet);
        Known last = id < 0 ? null : known[id];
        if (last != null && same(packet, last.bytes())) {
            return last.packet();
        }
        return id < 0 ? IpPacket.parse(packet) : learn(packet, id);
    }

    private @Nullable IpPacket learn(ByteBuffer packet, int id) {
        ByteBuffer copy = ByteBuffer.allocate(packet.remaining());
        copy.put(packet.duplicate()).flip();
        IpPacket parsed = IpPacket.parse(copy);
        known[id] = parsed == null ? null : new Known(parsed, copy);
        return parsed;
    }

    private static boolean same(ByteBuffer packet, ByteBuffer last) {
        if (packet.get(0) >> VERSION_SHIFT == VERSION_4 && packet.remaining() == last.remaining()) {
            last.putShort(IpHeader.IDENTIFICATION_OFFSET, packet.getShort(IpHeader.IDENTIFICATION_OFFSET));
            last.putShort(IpHeader.CHECKSUM_OFFSET, packet.getShort(IpHeader.CHECKSUM_OFFSET));
        }
        return packet.mismatch(last) < 0;
    }

    /** -1: it is too short to have one, or not to be remembered. */
    private static int virtualRouterId(ByteBuffer packet) {
        if (packet.remaining() < IpHeader.IPV4.length() || packet.remaining() > LONGEST) {
            return -1;
        }
        boolean version4 = packet.get(0) >> VERSION_SHIFT == VERSION_4;
        int message = version4 ? (packet.get(0) & 0xf) * Integer.BYTES : IpHeader.IPV6.length();
        int at = message + VIRTUAL_ROUTER_ID_IN_MESSAGE;
        return at < packet.limit() ? packet.get(at) & 0xff : -1;
    }
}
