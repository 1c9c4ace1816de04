package dev.pollux.vrrp.packet;

import dev.pollux.grammar.model.AdvertSettings;
import dev.pollux.grammar.model.UnicastSettings;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
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

    /** The message in an IPv6 packet. */
    static ByteBuffer ipv6(ByteBuffer message, String source, String destination, int hopLimit) {
        ByteBuffer packet = ByteBuffer.allocate(40 + message.remaining());
        packet.putInt(0x6c000000).putShort((short) message.remaining());
        packet.put((byte) 112).put((byte) hopLimit);
        packet.put(address(source).getAddress()).put(address(destination).getAddress());
        return packet.put(message.duplicate()).flip();
    }

    /** A message with its checksum put right, after a test changed it. */
    static ByteBuffer resealed(ByteBuffer message) {
        AdvertCodec.putChecksum(message, 0, message.remaining(), 0);
        return message;
    }

    static AdvertExpectations expecting(int version, int interval, String... addresses) {
        Advert own = new Advert(version, Advert.TYPE, 10, 100, 0, interval, addresses(addresses), 0);
        return new AdvertExpectations(own, OURSELVES, UnicastSettings.multicast(), Set.of(), AdvertSeal.NONE);
    }

    static AdvertExpectations with(AdvertExpectations expected, AdvertSettings.Flag... flags) {
        return new AdvertExpectations(
                expected.own(), expected.source(), expected.unicast(), Set.of(flags), expected.seal());
    }

    static AdvertExpectations with(AdvertExpectations expected, UnicastSettings unicast) {
        return new AdvertExpectations(expected.own(), expected.source(), unicast, expected.flags(), expected.seal());
    }

    static AdvertExpectations with(AdvertExpectations expected, InetAddress source) {
        return new AdvertExpectations(expected.own(), source, expected.unicast(), expected.flags(), expected.seal());
    }

    static AdvertExpectations with(AdvertExpectations expected, AdvertSeal seal) {
        return new AdvertExpectations(expected.own(), expected.source(), expected.unicast(), expected.flags(), seal);
    }

    /** The packet, parsed. */
    static IpPacket parsed(ByteBuffer packet) {
        return Objects.requireNonNull(IpPacket.parse(packet));
    }
}
