package dev.pollux.grammar.pair;

import static dev.pollux.grammar.diagnostic.Severity.ERROR;
import static dev.pollux.grammar.diagnostic.Severity.NOTICE;

import dev.pollux.grammar.model.AddressText;
import dev.pollux.grammar.model.VrrpInstance;
import java.net.InetAddress;
import java.util.Objects;

/** Whether the adverts of each director are sent to where the other one listens. */
final class UnicastComparison {

    private final PairReports reports;

    UnicastComparison(PairReports reports) {
        this.reports = reports;
    }

    void compare(RouterPair pair) {
        VrrpInstance a = pair.first();
        VrrpInstance b = pair.second();
        InetAddress source = a.advert().source();
        if (source != null && source.equals(b.advert().source())) {
            reports.conflicts(
                    pair.places(),
                    ERROR,
                    pair.describe() + ": both send from " + AddressText.of(source),
                    "write an address of its own in each");
        }
        if (a.unicast().enabled() != b.unicast().enabled()) {
            differs(
                    pair,
                    "one speaks to unicast peers and the other multicast: neither hears the other",
                    "unicast_peer");
        } else if (a.unicast().enabled()) {
            pointsAt(pair, a, b);
            pointsAt(pair, b, a);
        } else if (!Objects.equals(a.advert().group(), b.advert().group())) {
            differs(pair, "the multicast groups differ: neither hears the other", "the same mcast_dst_ip");
        }
    }

    private void pointsAt(RouterPair pair, VrrpInstance from, VrrpInstance to) {
        InetAddress target = to.advert().source();
        InetAddress own = from.advert().source();
        if (target == null) {
            reports.differs(
                    pair.places(),
                    NOTICE,
                    pair.describe() + ": without unicast_src_ip in " + to.name()
                            + " nobody can tell whether the peers of the other director point at it",
                    "write unicast_src_ip");
        } else if (!isPeer(from, target)) {
            differs(
                    pair,
                    "one director sends from " + AddressText.of(target) + ", which is no unicast_peer of the other",
                    AddressText.of(target) + " in unicast_peer");
        }
        if (own != null && isPeer(from, own)) {
            reports.conflicts(
                    pair.places(),
                    ERROR,
                    pair.describe() + ": " + AddressText.of(own) + " is a peer of itself",
                    "write the address of the other director");
        }
    }

    private static boolean isPeer(VrrpInstance instance, InetAddress address) {
        return instance.unicast().peers().stream()
                .anyMatch(peer -> peer.address().equals(address));
    }

    private void differs(RouterPair pair, String message, String wanted) {
        reports.differs(pair.places(), ERROR, pair.describe() + ": " + message, "write " + wanted);
    }
}
