package dev.pollux.vrrp.packet;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * {@code auth_type AH}: HMAC-MD5-96 over the whole IPv4 packet (RFC 2338 5.3.6.3, RFC 2403), in the form that keepalived gives
 * it: of the IP header, type of service and checksum count as zero, the time to live does not. Adverts of all routers with the
 * password form one sequence, which whoever is master continues. Owned by the {@code vrrp} loop.
 */
public final class HeaderSeal implements AdvertSeal {

    private static final String ALGORITHM = "MD5";

    private final KeyedHash hash;
    private byte[] scratch = {};
    /** Of the last advert sent or accepted. */
    private long sequence;

    /** A seal that has seen nothing yet. */
    public HeaderSeal(byte[] password) {
        this.hash = new KeyedHash(ALGORITHM, password);
    }

    @Override
    public int protocol() {
        return IpHeader.PROTOCOL_AUTHENTICATION;
    }

    @Override
    public int headerLength() {
        return AuthenticationHeaderCodec.LENGTH;
    }

    @Override
    public void seal(ByteBuffer packet, int headerAt, int trailerAt) {
        sequence++;
        int sender = packet.getInt(IpHeader.IPV4.sourceOffset());
        AuthenticationHeaderCodec.encode(sender, sequence, packet, headerAt);
        byte[] digest = digest(packet, headerAt);
        packet.put(
                headerAt + AuthenticationHeaderCodec.CHECK_OFFSET, digest, 0, AuthenticationHeaderCodec.CHECK_LENGTH);
    }

    @Override
    public Opened open(IpPacket packet) {
        if (packet.protocol() != IpHeader.PROTOCOL_AUTHENTICATION) {
            return Opened.fault(DropReason.AUTHENTICATION_TYPE_MISMATCH, "received a packet without AH, expecting AH");
        }
        ByteBuffer payload = packet.payload();
        if (AuthenticationHeaderCodec.decode(payload) == null) {
            return Opened.fault(DropReason.PACKET_LENGTH, "AH has a wrong length or is not around VRRP");
        }
        return Opened.of(payload.slice(
                AuthenticationHeaderCodec.LENGTH, payload.remaining() - AuthenticationHeaderCodec.LENGTH));
    }

    @Override
    public AdvertVerdict.@Nullable Dropped check(IpPacket packet, Advert advert) {
        AuthenticationHeader header = AuthenticationHeaderCodec.decode(packet.payload());
        ByteBuffer whole = packet.whole();
        if (header == null || header.securityParameters() != whole.getInt(IpHeader.IPV4.sourceOffset())) {
            return failure("IPSEC-AH : security associations index is not the sender's address");
        }
        byte[] digest = digest(whole, whole.remaining() - packet.payload().remaining());
        byte[] check = new byte[AuthenticationHeaderCodec.CHECK_LENGTH];
        packet.payload().get(packet.payload().position() + AuthenticationHeaderCodec.CHECK_OFFSET, check);
        if (!MessageDigest.isEqual(check, Arrays.copyOf(digest, check.length))) {
            return failure("IPSEC-AH : invalid IPSEC HMAC-MD5 value. Due to fields mutation or bad password !");
        }
        if (header.sequence() <= sequence) {
            return failure("IPSEC-AH : sequence number already processed. Packet dropped.");
        }
        sequence = header.sequence();
        return null;
    }

    /** Of a packet that begins with its IP header at index 0. */
    private byte[] digest(ByteBuffer packet, int headerAt) {
        int length = packet.limit();
        if (scratch.length < length) {
            scratch = new byte[length];
        }
        packet.get(0, scratch, 0, length);
        scratch[IpHeader.TYPE_OF_SERVICE_OFFSET] = 0;
        scratch[IpHeader.CHECKSUM_OFFSET] = 0;
        scratch[IpHeader.CHECKSUM_OFFSET + 1] = 0;
        int checkAt = headerAt + AuthenticationHeaderCodec.CHECK_OFFSET;
        Arrays.fill(scratch, checkAt, checkAt + AuthenticationHeaderCodec.CHECK_LENGTH, (byte) 0);
        return hash.of(scratch, length);
    }

    private static AdvertVerdict.Dropped failure(String detail) {
        return new AdvertVerdict.Dropped(DropReason.AUTHENTICATION_FAILURE, detail);
    }
}
