package dev.pollux.ipvs.table;

import dev.pollux.grammar.model.TransportProtocol;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** How an address with a port is written. */
@FunctionalInterface
public interface EndpointText {

    /** {@code 192.0.2.1:80} or {@code [2001:db8::1]:80}. */
    EndpointText NUMERIC = (address, port, protocol) -> DestinationKey.endpoint(address, port);

    /**
     * The text.
     *
     * @param protocol whose port it is; null: not known, as below a firewall mark
     */
    String of(InetAddress address, int port, @Nullable TransportProtocol protocol);
}
