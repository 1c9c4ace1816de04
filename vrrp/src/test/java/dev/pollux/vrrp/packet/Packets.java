package dev.pollux.vrrp.packet;

import dev.pollux.grammar.model.UnicastSettings;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** Packets and expectations that tests start from. */
final class Packets {

    static final InetAddress GROUP = address("224.0.0.18");
    static final InetAddress SENDER = address("192.0.2.251");
    static final InetAddress OURSELVES = address("192.0.2.252");

    private Packets() {}

    static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static List<InetAddress> addresses(String... texts) {
        return Arrays.stream(texts).map(Packets::address).toList();
    }

    static ByteBuffer bytes(String hex) {
        return ByteBuffer.wrap(HexFormat.of().parseHex(hex.replace(" ", "")));
    }

    static String hex(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(buffer.position(), bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** The message in an IPv4 packet from {@link #SENDER} to the group, with the given TTL. */
    static ByteBuffer ip(ByteBuffer message, int timeToLive) {
        ByteBuffer packet = ByteBuffer.allocate(20 + message.remaining());
        packet.put((byte) 0x45).put((byte) 0xc0).putShort((short) packet.capacity());
        packet.putInt(0).put((byte) timeToLive).put((byte) 112).putShort((short) 0);
        packet.put(SENDER.getAddress()).put(GROUP.getAddress()).put(message.duplicate());
        return packet.flip();
    }

    /** A message with its checksum put right, after a test changed it. */
    static ByteBuffer resealed(ByteBuffer message) {
        AdvertCodec.putChecksum(message, 0, message.remaining(), 0);
        return message;
    }

    static AdvertExpectations expecting(int version, int interval, String... addresses) {
        return new AdvertExpectations(
                version,
                0,
                0,
                interval,
                Set.copyOf(addresses(addresses)),
                UnicastSettings.multicast(),
                OURSELVES,
                false);
    }
}
