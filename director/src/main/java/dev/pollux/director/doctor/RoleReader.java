package dev.pollux.director.doctor;

import dev.pollux.director.cli.Invocation.Patient;
import dev.pollux.director.cli.RealServerMode;
import dev.pollux.director.cli.RealServerNeeds;
import dev.pollux.director.cli.RealServerNeeds.Tunnel;
import dev.pollux.director.doctor.Case.Roles;
import dev.pollux.director.host.NetworkFacts;
import dev.pollux.grammar.model.Configuration;
import dev.pollux.grammar.model.Forwarding;
import dev.pollux.grammar.model.LocalAddress;
import dev.pollux.grammar.model.RealServer;
import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.grammar.model.SourceTranslation;
import dev.pollux.grammar.model.VirtualAddress;
import dev.pollux.grammar.model.VirtualServer;
import dev.pollux.linux.route.Link;
import dev.pollux.linux.route.NextHop;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds out what a machine is: whatever real servers of the file have its addresses, else a director of the file. Pure. */
final class RoleReader {

    private final Configuration configuration;
    private final NetworkFacts network;

    RoleReader(Configuration configuration, NetworkFacts network) {
        this.configuration = configuration;
        this.network = network;
    }

    Roles read(Patient patient) {
        RealServerNeeds told = patient.server();
        if (told != null) {
            return new Roles(patient.director(), List.of(new ServerRole(told, null)));
        }
        Set<ServerRole> servers = new LinkedHashSet<>();
        boolean named = false;
        for (VirtualServer service : configuration.virtualServers()) {
            for (RealServer server : service.realServers()) {
                if (network.holds(server.key().address())) {
                    named = true;
                    role(service, server).ifPresent(servers::add);
                }
            }
        }
        return new Roles(patient.director() || !named, List.copyOf(servers));
    }

    /** Empty: the server needs nothing. */
    private Optional<ServerRole> role(VirtualServer service, RealServer server) {
        InetAddress own = server.key().address();
        return needs(service, server.forwarding(), own).map(needs -> new ServerRole(needs, own));
    }

    private Optional<RealServerNeeds> needs(VirtualServer service, Forwarding forwarding, InetAddress own) {
        if (forwarding instanceof Forwarding.DirectRouting) {
            return addresses(service, RealServerMode.DR, Tunnel.IPIP);
        } else if (forwarding instanceof Forwarding.Tunnel tunnel) {
            return addresses(service, RealServerMode.TUN, new Tunnel(tunnel.encapsulation(), tunnel.port()));
        } else if (service.sourceTranslation() instanceof SourceTranslation.LocalAddresses local) {
            List<InetAddress> wanted = local.addresses().stream()
                    .map(LocalAddress::address)
                    .filter(address -> address.getClass() == own.getClass())
                    .toList();
            return Optional.of(RealServerNeeds.fullNat(wanted, null));
        } else if (service.sourceTranslation() != null) {
            return Optional.empty();
        }
        return Optional.of(nat(own));
    }

    private static Optional<RealServerNeeds> addresses(VirtualServer service, RealServerMode mode, Tunnel tunnel) {
        List<InetAddress> addresses = new ArrayList<>();
        for (ServiceKey key : service.services()) {
            if (key instanceof ServiceKey.ByAddress byAddress && !addresses.contains(byAddress.address())) {
                addresses.add(byAddress.address());
            }
        }
        return addresses.isEmpty() ? Optional.empty() : Optional.of(RealServerNeeds.addresses(mode, tunnel, addresses));
    }

    /** Of the virtual addresses in the server's own subnet the one that it uses already, else the first. */
    private RealServerNeeds nat(InetAddress own) {
        List<InetAddress> candidates = configuration.vrrpInstances().stream()
                .flatMap(instance -> instance.addresses().held())
                .map(VirtualAddress::address)
                .filter(address -> sameSubnet(address, own))
                .toList();
        InetAddress used = network.defaultRoutes(own.getAddress().length > Integer.BYTES).stream()
                .flatMap(route -> route.nextHops().stream())
                .map(NextHop::gateway)
                .filter(candidates::contains)
                .findFirst()
                .orElse(candidates.isEmpty() ? null : candidates.get(0));
        return new RealServerNeeds(RealServerMode.NAT, List.of(), Tunnel.IPIP, used, List.of());
    }

    private boolean sameSubnet(InetAddress address, InetAddress own) {
        Optional<Link> link = network.linkNextTo(address);
        return link.isPresent()
                && network.holdings(own).stream()
                        .anyMatch(held -> held.interfaceIndex() == link.get().index());
    }
}
