package dev.pollux.grammar.bind;

import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.schema.AddressType;
import dev.pollux.grammar.schema.ArgumentType;
import dev.pollux.grammar.schema.Arguments;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** A multicast group of one family for adverts. */
record GroupType(AddressFamily family) implements ArgumentType<InetAddress> {

    @Override
    public @Nullable InetAddress read(Arguments arguments) {
        InetAddress address = new AddressType().read(arguments);
        if (address == null) {
            return null;
        }
        if (!address.isMulticastAddress() || AddressFamily.of(address) != family) {
            arguments.report(
                    DiagnosticCode.INVALID_VALUE,
                    0,
                    "'" + arguments.text(0) + "' is not " + describe() + ", it is ignored",
                    "write an address such as " + (family == AddressFamily.IPV4 ? "224.0.0.18" : "ff02::12"));
            return null;
        }
        return address;
    }

    @Override
    public String describe() {
        return family == AddressFamily.IPV4 ? "an IPv4 multicast address" : "an IPv6 multicast address";
    }
}
