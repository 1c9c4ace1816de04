package dev.pollux.integration.network;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A VRRP version 2 advertisement to forge (RFC 2338 section 5.1), from Ethernet to the authentication data. Every field
 * can be wrong on purpose; checksums are right unless asked otherwise.
 */
public record AdvertFrame(
        String source,
        int ttl,
        int version,
        int type,
        int vrid,
        int priority,
        int count,
        List<String> addresses,
        int authentication,
        int interval,
        String password,
        boolean goodChecksum) {

    private static final int HEADER = 14 + 20;
    private static final byte[] GROUP = {1, 0, 0x5e, 0, 0, 0x12};

    /** A well-formed advert of priority 255, which every backup and master has to yield to. */
    public static AdvertFrame of(String source, int vrid, String address) {
        return new AdvertFrame(source, 255, 2, 1, vrid, 255, 1, List.of(address), 0, 1, "", true);
    }

    public AdvertFrame withTtl(int changed) {
        return new AdvertFrame(
                source,
                changed,
                version,
                type,
                vrid,
                priority,
                count,
                addresses,
                authentication,
                interval,
                password,
                goodChecksum);
    }

    public AdvertFrame withVersion(int changed) {
        return new AdvertFrame(
                source,
                ttl,
                changed,
                type,
                vrid,
                priority,
                count,
                addresses,
                authentication,
                interval,
                password,
                goodChecksum);
    }

    public AdvertFrame withType(int changed) {
        return new AdvertFrame(
                source,
                ttl,
                version,
                changed,
                vrid,
                priority,
                count,
                addresses,
                authentication,
                interval,
                password,
                goodChecksum);
    }

    public AdvertFrame withCount(int changed) {
        return new AdvertFrame(
                source,
                ttl,
                version,
                type,
                vrid,
                priority,
                changed,
                addresses,
                authentication,
                interval,
                password,
                goodChecksum);
    }

    public AdvertFrame withInterval(int changed) {
        return new AdvertFrame(
                source,
                ttl,
                version,
                type,
                vrid,
                priority,
                count,
                addresses,
                authentication,
                changed,
                password,
                goodChecksum);
    }

    public AdvertFrame withAuthentication(int changed, String secret) {
        return new AdvertFrame(
                source, ttl, version, type, vrid, priority, count, addresses, changed, interval, secret, goodChecksum);
    }

    public AdvertFrame withBadChecksum() {
        return new AdvertFrame(
                source,
                ttl,
                version,
                type,
                vrid,
                priority,
                count,
                addresses,
                authentication,
                interval,
                password,
                false);
    }

    /** The frame on the wire. */
    public byte[] bytes() {
        int vrrp = 8 + 4 * addresses.size() + 8;
        ByteBuffer frame = ByteBuffer.allocate(HEADER + vrrp);
        frame.put(GROUP).put(new byte[] {2, 0, 0, 0, 0, 0x66}).putShort((short) 0x0800);
        frame.put((byte) 0x45).put((byte) 0xc0).putShort((short) (20 + vrrp)).putInt(0x00010000);
        frame.put((byte) ttl).put((byte) 112).putShort((short) 0);
        frame.put(ArpFrame.octets(source)).put(ArpFrame.octets("224.0.0.18"));
        frame.put((byte) (version << 4 | type))
                .put((byte) vrid)
                .put((byte) priority)
                .put((byte) count);
        frame.put((byte) authentication).put((byte) interval).putShort((short) 0);
        addresses.forEach(address -> frame.put(ArpFrame.octets(address)));
        frame.put(password.getBytes(StandardCharsets.US_ASCII)).position(HEADER + vrrp);
        frame.putShort(14 + 10, checksum(frame, 14, HEADER));
        int sum = checksum(frame, HEADER, HEADER + vrrp);
        frame.putShort(HEADER + 6, (short) (goodChecksum ? sum : sum ^ 0x5555));
        return frame.array();
    }

    /** The Internet checksum, RFC 1071, of an even number of octets. */
    private static short checksum(ByteBuffer frame, int start, int end) {
        int sum = 0;
        for (int i = start; i < end; i += 2) {
            sum += frame.getShort(i) & 0xffff;
        }
        while (sum >>> 16 != 0) {
            sum = (sum & 0xffff) + (sum >>> 16);
        }
        return (short) ~sum;
    }
}
