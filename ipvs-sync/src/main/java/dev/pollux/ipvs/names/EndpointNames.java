package dev.pollux.ipvs.names;

import dev.pollux.grammar.model.AddressText;
import dev.pollux.grammar.model.TransportProtocol;
import dev.pollux.ipvs.table.EndpointText;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes endpoints by name where they have one, as ipvsadm does without {@code -n}: IPv4 in at most 59 characters. */
public final class EndpointNames implements EndpointText {

    private static final int LONGEST = 59;

    private final NameService names;
    private final Map<InetAddress, String> hosts = new HashMap<>();

    public EndpointNames(NameService names) {
        this.names = names;
    }

    @Override
    public String of(InetAddress address, int port, @Nullable TransportProtocol protocol) {
        String host = hosts.computeIfAbsent(address, key -> names.host(key).orElseGet(() -> AddressText.of(key)));
        Optional<String> service = protocol == null ? Optional.empty() : names.service(port, protocol);
        String text = ":" + service.orElse(Integer.toString(port));
        return address instanceof Inet6Address ? "[" + host + "]" + text : cut(host + text);
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
