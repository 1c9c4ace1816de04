package dev.pollux.grammar.bind;

import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.model.AddressLiteral;
import dev.pollux.grammar.schema.ArgumentType;
import dev.pollux.grammar.schema.Arguments;
import dev.pollux.grammar.schema.IntegerType;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** {@code persistence_granularity}: an IPv4 netmask, or an IPv6 prefix length; the value is a prefix length. */
record GranularityType() implements ArgumentType<Integer> {

    @Override
    public @Nullable Integer read(Arguments arguments) {
        String text = arguments.text(0);
        if (text.indexOf('.') < 0) {
            Long value = IntegerType.strict(1, 128).read(arguments);
            return value == null ? null : Integer.valueOf(value.intValue());
        }
        Integer prefix = prefixLength(text);
        if (prefix != null) {
            return prefix;
        }
        arguments.report(
                DiagnosticCode.INVALID_VALUE,
                0,
                "'" + text + "' is not a netmask, it is ignored",
                "write " + describe());
        return null;
    }

    /** Of an IPv4 netmask with at least one bit; null: it is none. */
    static @Nullable Integer prefixLength(String text) {
        InetAddress mask = AddressLiteral.parse(text);
        int bits = mask instanceof Inet4Address
                ? ByteBuffer.wrap(mask.getAddress()).getInt()
                : 1;
        int inverted = ~bits;
        return (inverted & (inverted + 1)) == 0 && bits != 0 ? Integer.valueOf(Integer.bitCount(bits)) : null;
    }

    @Override
    public String describe() {
        return "a netmask such as 255.255.255.0, or a prefix length from 1 to 128 for IPv6";
    }
}
