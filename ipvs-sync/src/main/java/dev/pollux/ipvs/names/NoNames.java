package dev.pollux.ipvs.names;

import dev.pollux.grammar.model.AddressLiteral;
import dev.pollux.grammar.model.TransportProtocol;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Optional;
import java.util.OptionalInt;

/** Numbers only: for event loops, which cannot wait for a name server. */
public final class NoNames implements NameService {

    @Override
    public Optional<InetAddress> address(String host) {
        return Optional.ofNullable(AddressLiteral.parse(host)).filter(Inet4Address.class::isInstance);
    }

    @Override
    public Optional<String> host(InetAddress address) {
        return Optional.empty();
    }

    @Override
    public OptionalInt port(String service, TransportProtocol protocol) {
        return OptionalInt.empty();
    }

    @Override
    public Optional<String> service(int port, TransportProtocol protocol) {
        return Optional.empty();
    }
}
