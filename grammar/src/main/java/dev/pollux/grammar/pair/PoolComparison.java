package dev.pollux.grammar.pair;

import static dev.pollux.grammar.diagnostic.Severity.ERROR;

import dev.pollux.grammar.model.AddressText;
import dev.pollux.grammar.pair.PairReports.Places;
import java.net.InetAddress;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The addresses that a FULLNAT service talks to its real servers from. Those that both directors list float with the instance
 * that holds the service's address; those that one lists stay with it.
 */
final class PoolComparison {

    private final PairReports reports;

    PoolComparison(PairReports reports) {
        this.reports = reports;
    }

    /**
     * Compares the pools of one service.
     *
     * @param held whether an instance of the pair holds the service's address, and takes floating ones along
     */
    void compare(String service, Set<InetAddress> a, Set<InetAddress> b, boolean held, Places places) {
        Set<InetAddress> common = new LinkedHashSet<>(a);
        common.retainAll(b);
        if (common.isEmpty()) {
            return;
        }
        if (!a.equals(b)) {
            reports.differs(
                    places,
                    ERROR,
                    service + ": the local addresses of both directors overlap in part: " + names(common)
                            + " would float and the others stay",
                    "write the same local addresses in both, or none of the other's");
        } else if (!held) {
            reports.conflicts(
                    places,
                    ERROR,
                    service + ": both directors have the local addresses " + names(common)
                            + ", and no instance holds the service's address for them to float with",
                    "write the address in virtual_ipaddress, or different local addresses in each director");
        }
    }

    private static String names(Set<InetAddress> addresses) {
        return addresses.stream().map(AddressText::of).limit(5).collect(Collectors.joining(", "))
                + (addresses.size() > 5 ? " and " + (addresses.size() - 5) + " more" : "");
    }
}
