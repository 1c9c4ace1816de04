package dev.pollux.grammar.pair;

import dev.pollux.grammar.diagnostic.Severity;
import dev.pollux.grammar.model.AddressText;
import dev.pollux.grammar.model.VrrpInstance;
import dev.pollux.grammar.pair.PairReports.Places;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds which instances are one virtual router: those of one VRID and family, on the interface of the same name where there is a
 * choice, since two machines need not call their interfaces alike; else those that share an address, or their name.
 */
final class RouterPairing {

    private final Side first;
    private final Side second;
    private final PairReports reports;
    private final List<RouterPair> pairs = new ArrayList<>();
    private final List<VrrpInstance> left;
    private final List<VrrpInstance> right;

    RouterPairing(Side first, Side second, PairReports reports) {
        this.first = first;
        this.second = second;
        this.reports = reports;
        this.left = new ArrayList<>(first.configuration().vrrpInstances());
        this.right = new ArrayList<>(second.configuration().vrrpInstances());
    }

    /** The pairs; what has no partner is reported. */
    List<RouterPair> pair() {
        match((a, b) -> a.key().equals(b.key()));
        match((a, b) -> sameRouter(a, b) && a.name().equals(b.name()));
        match(RouterPairing::sameRouter);
        match(RouterPairing::shareAddress);
        match((a, b) -> a.name().equals(b.name()) && a.key().family() == b.key().family());
        left.forEach(alone -> lacks(first, alone, second));
        right.forEach(alone -> lacks(second, alone, first));
        return pairs;
    }

    private static boolean sameRouter(VrrpInstance a, VrrpInstance b) {
        return a.key().virtualRouterId() == b.key().virtualRouterId()
                && a.key().family() == b.key().family();
    }

    private static boolean shareAddress(VrrpInstance a, VrrpInstance b) {
        Set<InetAddress> addresses = new HashSet<>();
        a.addresses().held().forEach(address -> addresses.add(address.address()));
        return b.addresses().held().anyMatch(address -> addresses.contains(address.address()));
    }

    private void match(BiPredicate<VrrpInstance, VrrpInstance> same) {
        for (VrrpInstance a : List.copyOf(left)) {
            VrrpInstance b = partner(a, same);
            if (b != null) {
                left.remove(a);
                right.remove(b);
                pairs.add(new RouterPair(a, b, new Places(first.place(a), second.place(b))));
            }
        }
    }

    private @Nullable VrrpInstance partner(VrrpInstance a, BiPredicate<VrrpInstance, VrrpInstance> same) {
        for (VrrpInstance b : right) {
            if (same.test(a, b)) {
                return b;
            }
        }
        return null;
    }

    private void lacks(Side side, VrrpInstance alone, Side other) {
        String addresses = alone.addresses()
                .held()
                .map(address -> AddressText.of(address.address()))
                .limit(3)
                .reduce((a, b) -> a + ", " + b)
                .orElse("its addresses");
        reports.lacks(
                new Places(side.place(alone), other.place()),
                Severity.ERROR,
                "vrrp_instance " + alone.name() + " has no counterpart in " + other.file() + ": nobody takes over "
                        + addresses,
                "define an instance with virtual_router_id " + alone.key().virtualRouterId() + " in " + other.file());
    }
}
