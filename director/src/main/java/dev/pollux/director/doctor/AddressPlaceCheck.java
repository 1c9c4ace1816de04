package dev.pollux.director.doctor;

import dev.pollux.director.host.NetworkFacts;
import dev.pollux.grammar.model.AddressText;
import dev.pollux.linux.route.InterfaceAddress;
import dev.pollux.linux.route.Link;
import java.net.InetAddress;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether a real server's virtual addresses are where they do no harm. */
final class AddressPlaceCheck implements Check {

    @Override
    public List<Finding> examine(Case patient) {
        Set<Finding> findings = new LinkedHashSet<>();
        for (ServerRole server : patient.roles().servers()) {
            for (InetAddress address : server.needs().virtualAddresses()) {
                for (InterfaceAddress held : patient.network().holdings(address)) {
                    patient.network()
                            .link(held.interfaceIndex())
                            .flatMap(link -> finding(held, link))
                            .ifPresent(findings::add);
                }
            }
        }
        return List.copyOf(findings);
    }

    private static Optional<Finding> finding(InterfaceAddress held, Link link) {
        String prefix = AddressText.of(held.address()) + "/" + held.prefixLength();
        String where = prefix + " is on " + link.name();
        String away = "ip address del " + prefix + " dev " + link.name();
        if (NetworkFacts.isLan(link)) {
            return Optional.of(Finding.of(FindingKind.VIP_ON_LAN, where, away));
        } else if (!NetworkFacts.usable(held)) {
            return Optional.of(Finding.of(FindingKind.VIP_UNUSABLE, where + ", not usable", away));
        } else if (held.prefixLength() < held.address().getAddress().length * Byte.SIZE) {
            return Optional.of(Finding.of(FindingKind.VIP_PREFIX, where, away));
        }
        return Optional.empty();
    }
}
