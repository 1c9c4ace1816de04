package dev.pollux.grammar.pair;

import static dev.pollux.grammar.diagnostic.Severity.ERROR;

import dev.pollux.grammar.model.AddressText;
import dev.pollux.grammar.model.Configuration;
import dev.pollux.grammar.model.LocalAddress;
import dev.pollux.grammar.model.SourceTranslation;
import dev.pollux.grammar.model.VirtualAddress;
import dev.pollux.grammar.model.VirtualServer;
import dev.pollux.grammar.pair.PairReports.Places;
import java.net.InetAddress;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The addresses that a FULLNAT service talks to its real servers from. Those that both directors list must float with an
 * instance, which has them among its virtual addresses; those that one lists stay with it.
 */
final class PoolComparison {

    private final Set<InetAddress> floating;
    private final PairReports reports;

    /** @param floating the addresses that instances of both directors hold */
    PoolComparison(Set<InetAddress> floating, PairReports reports) {
        this.floating = Set.copyOf(floating);
        this.reports = reports;
    }

    /** The virtual addresses that both directors have. */
    static Set<InetAddress> floating(Configuration first, Configuration second) {
        Set<InetAddress> both = virtualAddresses(first);
        both.retainAll(virtualAddresses(second));
        return both;
    }

    private static Set<InetAddress> virtualAddresses(Configuration configuration) {
        return configuration.vrrpInstances().stream()
                .flatMap(instance -> instance.addresses().held())
                .map(VirtualAddress::address)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Compares the pools of a service that both have. */
    void compare(VirtualServer a, VirtualServer b, Places places) {
        compare("virtual_server " + a.key(), pool(a), pool(b), places);
    }

    private static Set<InetAddress> pool(VirtualServer server) {
        return server.sourceTranslation() instanceof SourceTranslation.LocalAddresses local
                ? local.addresses().stream()
                        .map(LocalAddress::address)
                        .collect(Collectors.toCollection(LinkedHashSet::new))
                : Set.of();
    }

    void compare(String service, Set<InetAddress> a, Set<InetAddress> b, Places places) {
        Set<InetAddress> inBoth = new LinkedHashSet<>(a);
        inBoth.retainAll(b);
        Set<InetAddress> inOne = new LinkedHashSet<>(a);
        inOne.addAll(b);
        inOne.removeAll(inBoth);
        inOne.retainAll(floating);
        if (!inOne.isEmpty()) {
            reports.differs(
                    places,
                    ERROR,
                    service + ": " + names(inOne) + " float between the directors, and are local addresses of one only",
                    "write them in the local_address_group of both, or of none");
        }
        inBoth.removeAll(floating);
        if (!inBoth.isEmpty()) {
            reports.conflicts(
                    places,
                    ERROR,
                    service + ": both directors have the local addresses " + names(inBoth)
                            + ", and no instance of both holds them: both would use them at once",
                    "write them in virtual_ipaddress_excluded of the instance that has the service's address,"
                            + " or different local addresses in each director");
        }
    }

    private static String names(Set<InetAddress> addresses) {
        return addresses.stream().map(AddressText::of).limit(5).collect(Collectors.joining(", "))
                + (addresses.size() > 5 ? " and " + (addresses.size() - 5) + " more" : "");
    }
}
