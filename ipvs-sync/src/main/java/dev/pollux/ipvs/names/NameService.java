package dev.pollux.ipvs.names;

import dev.pollux.grammar.model.TransportProtocol;
import java.net.InetAddress;
import java.util.Optional;
import java.util.OptionalInt;

/** Names of hosts and ports. */
public interface NameService {

    /** The IPv4 address of a host: ipvsadm takes names for no other. */
    Optional<InetAddress> address(String host);

    /** The name of an address. */
    Optional<String> host(InetAddress address);

    /** The port of a service, for example {@code http}. */
    OptionalInt port(String service, TransportProtocol protocol);

    /** The service of a port. */
    Optional<String> service(int port, TransportProtocol protocol);
}
