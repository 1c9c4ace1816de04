package dev.pollux.ipvs.admin;

import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.grammar.model.TransportProtocol;
import dev.pollux.ipvs.names.NameService;
import dev.pollux.ipvs.table.Destination;
import dev.pollux.ipvs.table.DestinationKey;
import dev.pollux.ipvs.table.ForwardingMethod;
import dev.pollux.ipvs.table.Service;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the real server that a command line names, with its settings. */
final class DestinationReader {

    private final AdminWords words;
    private final ServiceKey service;
    private final NameService names;

    DestinationReader(AdminWords words, ServiceKey service, NameService names) {
        this.words = words;
        this.service = service;
        this.names = names;
    }

    /** Without a port it has its service's. */
    DestinationKey key() {
        Endpoint endpoint = endpoint();
        return new DestinationKey(endpoint.address(), endpoint.portOr(servicePort()));
    }

    Destination destination() {
        ForwardingMethod forwarding = new TunnelReader(words).forwarding();
        Endpoint endpoint = endpoint();
        if (AddressFamily.of(endpoint.address()) != service.family() && !forwarding.tunnel()) {
            throw UsageException.meaning("Only through a tunnel (-i) can a server be of another address family");
        }
        return new Destination(
                new DestinationKey(endpoint.address(), port(endpoint, forwarding)),
                forwarding,
                (int) number(AdminOption.WEIGHT, 1),
                number(AdminOption.U_THRESHOLD, 0),
                number(AdminOption.L_THRESHOLD, 0));
    }

    private Endpoint endpoint() {
        String text = words.value(AdminOption.REAL_SERVER);
        if (text == null) {
            throw UsageException.meaning(words.verb() + " needs the real server: -r");
        }
        @Nullable TransportProtocol protocol = Service.protocol(service);
        return Endpoint.read(text, Objects.requireNonNullElse(protocol, TransportProtocol.TCP), names)
                .orElseThrow(() -> UsageException.meaning("-r " + text + ": no address of a real server"));
    }

    /** Only masquerading can change the port; what a firewall mark collects has ports of its own. */
    private int port(Endpoint endpoint, ForwardingMethod forwarding) {
        boolean asked =
                forwarding.method() == ForwardingMethod.MASQUERADING || service instanceof ServiceKey.ByFirewallMark;
        return asked ? endpoint.portOr(servicePort()) : servicePort();
    }

    private int servicePort() {
        return service instanceof ServiceKey.ByAddress byAddress ? byAddress.port() : 0;
    }

    private long number(AdminOption option, long byDefault) {
        String text = words.value(option);
        return text == null ? byDefault : Numbers.read(option.toString(), text, 0, Integer.MAX_VALUE);
    }
}
