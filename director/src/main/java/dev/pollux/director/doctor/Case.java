package dev.pollux.director.doctor;

import dev.pollux.director.host.HostFacts;
import dev.pollux.director.host.NetworkFacts;
import dev.pollux.grammar.model.Configuration;
import dev.pollux.grammar.model.VirtualAddress;
import dev.pollux.grammar.model.VrrpInstance;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything that is known of one machine: what it is to do, what it is like, and what its networks say. */
record Case(Configuration configuration, Roles roles, HostFacts host, WireFacts wire) {

    NetworkFacts network() {
        return host.network();
    }

    /** Every address that a master of the configuration holds, with its instance. */
    Stream<VirtualAddress> virtualAddresses() {
        return configuration.vrrpInstances().stream()
                .map(VrrpInstance::addresses)
                .flatMap(addresses -> addresses.held());
    }

    /** The interface that clients of an address come in by, on a director. */
    Optional<String> interfaceOf(InetAddress virtualAddress) {
        return virtualAddresses()
                .filter(held -> held.address().equals(virtualAddress))
                .findFirst()
                .map(VirtualAddress::interfaceName)
                .or(() -> network().linkNextTo(virtualAddress).map(link -> link.name()));
    }

    /** What this machine is. */
    record Roles(boolean director, List<ServerRole> servers) {
        Roles {
            servers = List.copyOf(servers);
        }
    }
}
