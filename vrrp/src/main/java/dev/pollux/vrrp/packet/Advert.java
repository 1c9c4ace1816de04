package dev.pollux.vrrp.packet;

import dev.pollux.grammar.model.AddressFamily;
import java.net.InetAddress;
import java.util.List;

/**
 * One VRRP message, version 2 (RFC 3768 5.1) or 3 (RFC 9568 5.1), as its fields say; nothing here is judged.
 *
 * @param type 1: advert, the only one defined
 * @param priority 0: the master leaves; 255: the owner of the addresses
 * @param authenticationType version 2 only: 0 none, 1 password, 2 IPsec authentication header (RFC 2338 5.3.6)
 * @param interval time between adverts in the unit of the version: seconds in 2, centiseconds in 3
 * @param authenticationData version 2 over IPv4 only: the eight bytes behind the addresses, first byte most significant
 */
public record Advert(
        int version,
        int type,
        int virtualRouterId,
        int priority,
        int authenticationType,
        int interval,
        List<InetAddress> addresses,
        long authenticationData) {

    /** The type of an advertisement (RFC 3768 5.3.2). */
    public static final int TYPE = 1;

    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long NANOS_PER_CENTISECOND = 10_000_000L;

    public Advert {
        addresses = List.copyOf(addresses);
    }

    /** The interval in nanoseconds. */
    public long intervalNanos() {
        return interval * (version == 2 ? NANOS_PER_SECOND : NANOS_PER_CENTISECOND);
    }

    /** Bytes of an advert with this many addresses (RFC 3768 5.1, RFC 9568 5.1). */
    public static int length(int version, AddressFamily family, int addresses) {
        int authentication = version == 2 && family == AddressFamily.IPV4 ? Long.BYTES : 0;
        return AdvertCodec.HEADER_LENGTH + addresses * (family.bits() / Byte.SIZE) + authentication;
    }
}
