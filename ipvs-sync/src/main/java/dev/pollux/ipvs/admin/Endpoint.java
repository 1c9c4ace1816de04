package dev.pollux.ipvs.admin;

import dev.pollux.grammar.model.AddressLiteral;
import dev.pollux.grammar.model.TransportProtocol;
import dev.pollux.ipvs.names.NameService;
import java.net.InetAddress;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code host[:port]} on a command line.
 *
 * @param port empty where none was given
 */
record Endpoint(InetAddress address, OptionalInt port) {

    private static final Pattern BRACKETED = Pattern.compile("\\[([^\\[\\]]*:[^\\[\\]]*)]:(.+)");
    private static final Pattern IPV4_OR_NAME = Pattern.compile("([^:\\[\\]%]+)(?::([^:]+))?");
    private static final Pattern NUMBER = Pattern.compile("0*(\\d{1,5})");
    private static final int MAX_PORT = 65535;

    /**
     * Reads an endpoint.
     *
     * @param protocol whose service names are meant
     */
    static Optional<Endpoint> read(String text, TransportProtocol protocol, NameService names) {
        Matcher bracketed = BRACKETED.matcher(text);
        if (bracketed.matches()) {
            return of(
                    Optional.ofNullable(AddressLiteral.parse(bracketed.group(1))),
                    port(bracketed.group(2), protocol, names));
        }
        Matcher other = IPV4_OR_NAME.matcher(text);
        if (other.matches()) {
            Optional<InetAddress> address = names.address(other.group(1));
            return other.group(2) == null ? of(address) : of(address, port(other.group(2), protocol, names));
        }
        return of(Optional.ofNullable(AddressLiteral.parse(text)));
    }

    int portOr(int other) {
        return port.orElse(other);
    }

    private static Optional<Endpoint> of(Optional<InetAddress> address) {
        return address.map(found -> new Endpoint(found, OptionalInt.empty()));
    }

    private static Optional<Endpoint> of(Optional<InetAddress> address, OptionalInt port) {
        return port.isEmpty() ? Optional.empty() : address.map(found -> new Endpoint(found, port));
    }

    private static OptionalInt port(String text, TransportProtocol protocol, NameService names) {
        Matcher number = NUMBER.matcher(text);
        if (!number.matches()) {
            return names.port(text, protocol);
        }
        int port = Integer.parseInt(number.group(1));
        return port > MAX_PORT ? OptionalInt.empty() : OptionalInt.of(port);
    }
}
