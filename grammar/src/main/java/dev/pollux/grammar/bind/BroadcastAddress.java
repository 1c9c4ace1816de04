package dev.pollux.grammar.bind;

import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.AddressLiteral;
import dev.pollux.grammar.schema.Arguments;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/** {@code brd ADDRESS|+|-}: a plus sets all bits of the host part, a minus clears them. */
final class BroadcastAddress {

    private static final int IPV4_BITS = 32;

    private BroadcastAddress() {}

    /** The word at {@code index}; null: none, perhaps after a report. */
    static @Nullable InetAddress read(Arguments line, int index, InetAddress address, int prefixLength) {
        String text = line.text(index);
        boolean ones = text.equals("+");
        if (ones || text.equals("-")) {
            return hostBits(address, prefixLength, ones);
        }
        InetAddress value = AddressLiteral.parse(text);
        if (value == null || AddressFamily.of(value) != AddressFamily.IPV4) {
            line.report(
                    DiagnosticCode.INVALID_VALUE,
                    index,
                    "'" + text + "' is not an IPv4 broadcast address, it is ignored",
                    "");
            return null;
        }
        return value;
    }

    private static @Nullable InetAddress hostBits(InetAddress address, int prefixLength, boolean ones) {
        if (AddressFamily.of(address) != AddressFamily.IPV4) {
            return null;
        }
        byte[] bytes = address.getAddress();
        for (int bit = prefixLength; bit < IPV4_BITS; bit++) {
            int mask = 0x80 >> (bit % 8);
            bytes[bit / 8] = (byte) (ones ? bytes[bit / 8] | mask : bytes[bit / 8] & ~mask);
        }
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }
}
