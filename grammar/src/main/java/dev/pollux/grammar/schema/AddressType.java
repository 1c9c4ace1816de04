package dev.pollux.grammar.schema;

import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.model.AddressLiteral;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** An IPv4 or IPv6 address. */
public record AddressType() implements ArgumentType<InetAddress> {

    @Override
    public @Nullable InetAddress read(Arguments arguments) {
        return read(arguments, 0);
    }

    /** The address at {@code index}, or null after a report. */
    public @Nullable InetAddress read(Arguments arguments, int index) {
        InetAddress address = AddressLiteral.parse(arguments.text(index));
        if (address == null) {
            arguments.report(
                    DiagnosticCode.INVALID_VALUE,
                    index,
                    "'" + arguments.text(index) + "' is not an IP address, it is ignored",
                    "write an IPv4 or IPv6 address; names are not looked up");
        }
        return address;
    }

    @Override
    public String describe() {
        return "an IPv4 or IPv6 address";
    }
}
