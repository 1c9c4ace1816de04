package dev.pollux.director.doctor;

import dev.pollux.director.doctor.Case.Roles;
import dev.pollux.director.host.NetworkFacts;
import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.AddressLiteral;
import dev.pollux.grammar.model.Configuration;
import dev.pollux.grammar.model.Forwarding;
import dev.pollux.grammar.model.RealServer;
import dev.pollux.grammar.model.VirtualAddress;
import dev.pollux.grammar.model.VrrpInstance;
import dev.pollux.linux.route.Link;
import java.net.InetAddress;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the networks are to be asked. Pure.
 *
 * @param probes addresses whose owners are to answer
 * @param ears where adverts are to be heard
 * @param patience how long it may take; zero: nothing is asked
 */
record WireQuestions(Set<Probe> probes, Set<Ear> ears, Duration patience) {

    private static final Duration FOR_ANSWERS = Duration.ofMillis(1500);
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final int INTERVALS = 3;
    private static final InetAddress GROUP_4 = ip("224.0.0.18");
    private static final InetAddress GROUP_6 = ip("ff02::12");

    /** Who has this address on this LAN? */
    record Probe(InetAddress address, Link link) {}

    /**
     * Which masters are there?
     *
     * @param group that adverts are sent to
     */
    record Ear(Link link, AddressFamily family, InetAddress group) {}

    /** What a machine in these roles has to know; {@code told} is how long the user wants to wait, null: as long as it takes. */
    static WireQuestions of(Configuration configuration, Roles roles, NetworkFacts network, @Nullable Duration told) {
        Set<Probe> probes = new LinkedHashSet<>();
        Set<Ear> ears = new LinkedHashSet<>();
        Duration longest = Duration.ZERO;
        if (roles.director()) {
            for (VrrpInstance instance : configuration.vrrpInstances()) {
                instance.addresses().held().forEach(held -> probe(held, network).ifPresent(probes::add));
                Duration interval = instance.advert().interval();
                longest = interval.compareTo(longest) > 0 ? interval : longest;
                network.link(instance.key().interfaceName())
                        .filter(link -> link.flags().up())
                        .ifPresent(link -> ears.add(new Ear(link, instance.key().family(), group(instance))));
            }
            configuration.virtualServers().stream()
                    .flatMap(service -> service.realServers().stream())
                    .filter(server -> !(server.forwarding() instanceof Forwarding.Nat))
                    .forEach(server -> probe(server, network).ifPresent(probes::add));
        }
        roles.servers().stream()
                .flatMap(role -> role.needs().virtualAddresses().stream())
                .forEach(address -> probe(address, network).ifPresent(probes::add));
        return new WireQuestions(probes, ears, told == null ? patience(probes, ears, longest) : told);
    }

    private static Duration patience(Set<Probe> probes, Set<Ear> ears, Duration interval) {
        if (ears.isEmpty()) {
            return probes.isEmpty() ? Duration.ZERO : FOR_ANSWERS;
        }
        Duration adverts = interval.multipliedBy(INTERVALS).plusMillis(500);
        Duration wanted = adverts.compareTo(FOR_ANSWERS) < 0 ? FOR_ANSWERS : adverts;
        return wanted.compareTo(LONGEST) > 0 ? LONGEST : wanted;
    }

    private static Optional<Probe> probe(VirtualAddress held, NetworkFacts network) {
        return network.link(held.interfaceName())
                .filter(NetworkFacts::isLan)
                .map(link -> new Probe(held.address(), link));
    }

    private static Optional<Probe> probe(RealServer server, NetworkFacts network) {
        return probe(server.key().address(), network);
    }

    private static Optional<Probe> probe(InetAddress address, NetworkFacts network) {
        return network.linkNextTo(address).filter(NetworkFacts::isLan).map(link -> new Probe(address, link));
    }

    private static InetAddress group(VrrpInstance instance) {
        InetAddress told = instance.advert().group();
        return told != null ? told : instance.key().family() == AddressFamily.IPV4 ? GROUP_4 : GROUP_6;
    }

    private static InetAddress ip(String text) {
        return Objects.requireNonNull(AddressLiteral.parse(text));
    }
}
