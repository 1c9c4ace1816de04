package dev.pollux.grammar.pair;

import static dev.pollux.grammar.diagnostic.Severity.ERROR;
import static dev.pollux.grammar.diagnostic.Severity.NOTICE;
import static dev.pollux.grammar.diagnostic.Severity.WARNING;

import dev.pollux.grammar.diagnostic.Severity;
import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.AddressText;
import dev.pollux.grammar.model.AdvertSettings.Flag;
import dev.pollux.grammar.model.Authentication;
import dev.pollux.grammar.model.VirtualAddress;
import dev.pollux.grammar.model.VrrpInstance;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What both directors must say alike of a virtual router, and what only one of them may say. */
final class InstanceComparison {

    private final PairReports reports;

    InstanceComparison(PairReports reports) {
        this.reports = reports;
    }

    void compare(RouterPair pair) {
        adverts(pair);
        addresses(pair);
        priorities(pair);
        preemption(pair);
    }

    private void adverts(RouterPair pair) {
        VrrpInstance a = pair.first();
        VrrpInstance b = pair.second();
        int id = a.key().virtualRouterId();
        int other = b.key().virtualRouterId();
        if (id != other) {
            differs(
                    pair,
                    ERROR,
                    "virtual_router_id is " + id + " and " + other + ": neither hears the other",
                    "one VRID");
        }
        if (a.version() != b.version()) {
            differs(pair, ERROR, "the versions are " + a.version() + " and " + b.version(), "the same version");
            return;
        }
        if (!a.advert().interval().equals(b.advert().interval())) {
            String intervals = Seconds.of(a.advert().interval()) + " and "
                    + Seconds.of(b.advert().interval()) + " seconds";
            boolean learnt = a.version() == 3;
            String outcome = learnt ? ": a backup takes the master's" : ": version 2 drops such adverts";
            differs(pair, learnt ? WARNING : ERROR, "advert_int is " + intervals + outcome, "the same advert_int");
        }
        if (!understand(a.authentication(), b.authentication())) {
            differs(pair, ERROR, "authentication is not the same: each drops the other's adverts", "the same in both");
        }
        boolean ipv4 = a.key().family() == AddressFamily.IPV4;
        if (a.version() == 3 && ipv4 && has(a, Flag.CHECKSUM_AS_VERSION_2) != has(b, Flag.CHECKSUM_AS_VERSION_2)) {
            differs(pair, ERROR, "v3_checksum_as_v2 is on in one director only", "the same in both");
        }
        if (has(a, Flag.STRICT) != has(b, Flag.STRICT)) {
            differs(pair, WARNING, "strict mode is on in one director only", "vrrp_strict in both or in neither");
        }
    }

    /** Whether each takes what the other signs: keys may be in the middle of a change, and modes too. */
    private static boolean understand(Authentication a, Authentication b) {
        if (a instanceof Authentication.Extension first && b instanceof Authentication.Extension second) {
            return knows(first, second) && knows(second, first);
        }
        return a.equals(b);
    }

    private static boolean knows(Authentication.Extension listener, Authentication.Extension speaker) {
        return speaker.keys().stream()
                .filter(key -> key.id() == speaker.activeKey())
                .allMatch(listener.keys()::contains);
    }

    private static boolean has(VrrpInstance instance, Flag flag) {
        return instance.advert().flags().contains(flag);
    }

    private void addresses(RouterPair pair) {
        List<InetAddress> a = plain(pair.first().addresses().advertised());
        List<InetAddress> b = plain(pair.second().addresses().advertised());
        if (!Set.copyOf(a).equals(Set.copyOf(b))) {
            differs(
                    pair,
                    ERROR,
                    "virtual_ipaddress is not the same: " + difference(a, b) + ", so that it goes down at a takeover",
                    "the same addresses in both");
        } else if (!a.equals(b)) {
            differs(
                    pair,
                    WARNING,
                    "virtual_ipaddress has the same addresses in another order, which adverts are compared by",
                    "the same order in both");
        }
        prefixes(pair);
        List<InetAddress> held = plain(pair.first().addresses().excluded());
        List<InetAddress> other = plain(pair.second().addresses().excluded());
        if (!Set.copyOf(held).equals(Set.copyOf(other))) {
            differs(
                    pair,
                    ERROR,
                    "virtual_ipaddress_excluded is not the same: " + difference(held, other),
                    "the same addresses in both");
        }
    }

    /** Adverts do not carry them, so that the pair works; what is reached through the address changes with the master. */
    private void prefixes(RouterPair pair) {
        Map<InetAddress, Integer> lengths = new HashMap<>();
        held(pair.first()).forEach(address -> lengths.put(address.address(), address.prefixLength()));
        String different = held(pair.second())
                .filter(address -> {
                    Integer length = lengths.get(address.address());
                    return length != null && length != address.prefixLength();
                })
                .map(address -> AddressText.of(address.address()) + "/" + lengths.get(address.address()) + " and /"
                        + address.prefixLength())
                .collect(Collectors.joining(", "));
        if (!different.isEmpty()) {
            differs(pair, WARNING, "the prefix lengths are not the same: " + different, "the same in both");
        }
    }

    private static Stream<VirtualAddress> held(VrrpInstance instance) {
        return Stream.concat(instance.addresses().advertised().stream(), instance.addresses().excluded().stream());
    }

    private static List<InetAddress> plain(List<VirtualAddress> addresses) {
        return addresses.stream().map(VirtualAddress::address).toList();
    }

    /** {@code 192.0.2.1, 192.0.2.2 in one director only}. */
    private static String difference(List<InetAddress> a, List<InetAddress> b) {
        Set<InetAddress> alone = new LinkedHashSet<>(a);
        alone.removeAll(b);
        b.stream().filter(address -> !a.contains(address)).forEach(alone::add);
        return alone.stream().map(AddressText::of).collect(Collectors.joining(", ")) + " in one director only";
    }

    private void priorities(RouterPair pair) {
        int a = pair.first().priority();
        int b = pair.second().priority();
        if (a != b) {
            return;
        }
        if (pair.first().owner()) {
            reports.conflicts(
                    pair.places(),
                    ERROR,
                    pair.describe() + ": both have priority 255, which only the owner of the addresses may have",
                    "write a priority below 255 in one of them");
        } else {
            reports.conflicts(
                    pair.places(),
                    WARNING,
                    pair.describe() + ": both have priority " + a + ", so that the greater IP address decides",
                    "write different priorities");
        }
    }

    private void preemption(RouterPair pair) {
        boolean a = pair.first().preempt().enabled();
        boolean b = pair.second().preempt().enabled();
        if (a == b || pair.first().priority() == pair.second().priority()) {
            return;
        }
        VrrpInstance polite = a ? pair.second() : pair.first();
        VrrpInstance other = a ? pair.first() : pair.second();
        boolean inVain = polite.priority() < other.priority();
        String message = inVain
                ? "nopreempt stands on the lower priority only: the other director preempts all the same"
                : "nopreempt stands on the higher priority only: it holds as long as the priorities do";
        differs(pair, inVain ? WARNING : NOTICE, message, "nopreempt in both");
    }

    private void differs(RouterPair pair, Severity severity, String message, String wanted) {
        reports.differs(pair.places(), severity, pair.describe() + ": " + message, "write " + wanted);
    }
}
