package dev.pollux.vrrp.packet;

import dev.pollux.grammar.model.AddressFamily;
import java.net.InetAddress;
import java.nio.ByteBuffer;

/** What the checksum of an advert covers besides the message. */
public enum AdvertChecksum {
    /** Nothing: version 2 over IPv4 (RFC 3768 5.3.8), and version 3 over IPv4 as RFC 9568 5.2.8 has it. */
    MESSAGE,
    /** The pseudo-header: IPv6 always (RFC 8200 8.1), version 3 over IPv4 as keepalived has it. */
    PSEUDO_HEADER,
    /** As {@link #PSEUDO_HEADER}, with the group 224.0.0.18 for destination: unicast of keepalived up to 1.3.6. */
    GROUP_PSEUDO_HEADER;

    private static final InetAddress GROUP = AdvertCodec.address(new byte[] {(byte) 224, 0, 0, 18});

    /** Unfolded sum that the message's checksum begins with, in a packet that is complete but for it. */
    long pseudoHeaderSum(ByteBuffer packet, IpHeader header, int messageLength) {
        if (this == MESSAGE) {
            return 0;
        }
        long fixed = IpHeader.PROTOCOL_VRRP + (long) messageLength;
        int length = header.addressLength();
        long withSource = InternetChecksum.add(fixed, packet, header.sourceOffset(), length);
        return this == PSEUDO_HEADER
                ? InternetChecksum.add(withSource, packet, header.destinationOffset(), length)
                : withSource + 0xe000 + 0x0012;
    }

    /** Whether the message of a received packet has a checksum of this kind. */
    boolean matches(ByteBuffer message, IpPacket packet) {
        long sum =
                switch (this) {
                    case MESSAGE -> 0;
                    case PSEUDO_HEADER -> packet.pseudoHeaderSum(message.remaining());
                    case GROUP_PSEUDO_HEADER ->
                        packet.family() == AddressFamily.IPV4
                                ? IpPacket.pseudoHeaderSum(packet.source(), GROUP, message.remaining())
                                : 0;
                };
        return AdvertCodec.checksumGood(message, sum);
    }
}
