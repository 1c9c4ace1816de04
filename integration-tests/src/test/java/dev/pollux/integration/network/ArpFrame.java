package dev.pollux.integration.network;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;

/** ARP packets over Ethernet, RFC 826. */
public final class ArpFrame {

    private static final byte[] BROADCAST = {-1, -1, -1, -1, -1, -1};
    private static final byte[] SENDER = {2, 0, 0, 0, 0, 0x66};

    private ArpFrame() {}

    /**
     * A broadcast question that leaves no trace in anybody's neighbour table, because it names no sender: the ARP probe of
     * RFC 5227 section 2.1.1. Who has {@code target}?
     */
    public static byte[] probe(String target) {
        ByteBuffer frame = ByteBuffer.allocate(42);
        frame.put(BROADCAST).put(SENDER).putShort((short) 0x0806);
        frame.putShort((short) 1)
                .putShort((short) 0x0800)
                .put((byte) 6)
                .put((byte) 4)
                .putShort((short) 1);
        frame.put(SENDER).put(new byte[4]).put(new byte[6]).put(octets(target));
        return frame.array();
    }

    static byte[] octets(String address) {
        try {
            return InetAddress.getByName(address).getAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(address, e);
        }
    }
}
