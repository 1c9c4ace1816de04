package dev.pollux.ipvs.kernel;

import dev.pollux.grammar.model.AddressFamily;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;

/** Addresses as {@code union nf_inet_addr}: 16 bytes of which IPv4 uses the first four. */
final class WireAddress {

    static final int SIZE = 16;

    private static final int AF_INET = 2;
    private static final int AF_INET6 = 10;
    private static final int IPV4_SIZE = 4;

    private WireAddress() {}

    static int number(AddressFamily family) {
        return family == AddressFamily.IPV4 ? AF_INET : AF_INET6;
    }

    static Optional<AddressFamily> family(int number) {
        return switch (number) {
            case AF_INET -> Optional.of(AddressFamily.IPV4);
            case AF_INET6 -> Optional.of(AddressFamily.IPV6);
            default -> Optional.empty();
        };
    }

    static byte[] encode(InetAddress address) {
        return Arrays.copyOf(address.getAddress(), SIZE);
    }

    /** An IPv6 address stays one, also where it holds an IPv4 address. */
    static InetAddress decode(AddressFamily family, byte[] bytes) {
        try {
            return family == AddressFamily.IPV4
                    ? InetAddress.getByAddress(Arrays.copyOf(bytes, IPV4_SIZE))
                    : Inet6Address.getByAddress(null, Arrays.copyOf(bytes, SIZE), -1);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("an address has 4 or 16 bytes", e);
        }
    }
}
