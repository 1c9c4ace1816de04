package dev.pollux.director.doctor;

import dev.pollux.director.doctor.WireFacts.HeardAdvert;
import dev.pollux.director.doctor.WireFacts.Router;
import dev.pollux.grammar.model.AddressText;
import dev.pollux.grammar.model.UnicastSettings.Peer;
import dev.pollux.grammar.model.VirtualAddress;
import dev.pollux.grammar.model.VrrpInstance;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Whether the adverts of a virtual router come from its own routers only, and from one at a time. */
final class VirtualRouterCheck implements Check {

    /** One may still come from a master that has just been relieved. */
    private static final int STEADY = 2;

    private static final int LAST_ID = 255;

    @Override
    public List<Finding> examine(Case patient) {
        List<Finding> findings = new ArrayList<>();
        if (patient.roles().director()) {
            for (VrrpInstance instance : patient.configuration().vrrpInstances()) {
                for (HeardAdvert advert : patient.wire().adverts()) {
                    if (concerns(advert.router(), instance)) {
                        finding(instance, advert, patient).ifPresent(findings::add);
                    }
                }
            }
        }
        return findings;
    }

    /** A router that speaks to its peers alone does not hear what others say to all. */
    private static boolean concerns(Router router, VrrpInstance instance) {
        return router.virtualRouterId() == instance.key().virtualRouterId()
                && router.family() == instance.key().family()
                && router.interfaceName().equals(instance.key().interfaceName())
                && (!instance.unicast().enabled()
                        || instance.unicast().peers().stream()
                                .map(Peer::address)
                                .anyMatch(router.source()::equals));
    }

    private static Optional<Finding> finding(VrrpInstance instance, HeardAdvert advert, Case patient) {
        Set<Object> ours = instance.addresses().advertised().stream()
                .map(VirtualAddress::address)
                .collect(Collectors.toSet());
        String source = AddressText.of(advert.router().source());
        if (!ours.equals(new HashSet<>(advert.addresses()))) {
            return Optional.of(inUse(instance, advert, patient));
        }
        boolean held = instance.addresses().advertised().stream()
                .anyMatch(address -> patient.network().holds(address.address()));
        return held && advert.count() >= STEADY
                ? Optional.of(Finding.of(
                        FindingKind.TWO_MASTERS,
                        source + " sends adverts of " + instance.name() + " (priority " + advert.priority()
                                + "), whose addresses this machine holds",
                        "pollux check-pair FILE OTHER_DIRECTORS_FILE",
                        "tcpdump -vni " + instance.key().interfaceName() + " 'ip proto 112 or ip6 proto 112'"))
                : Optional.empty();
    }

    private static Finding inUse(VrrpInstance instance, HeardAdvert advert, Case patient) {
        Router router = advert.router();
        String addresses = advert.addresses().stream().map(AddressText::of).collect(Collectors.joining(", "));
        return Finding.of(
                FindingKind.VRID_IN_USE,
                AddressText.of(router.source()) + " uses virtual_router_id " + router.virtualRouterId() + " of "
                        + instance.name() + " on " + router.interfaceName() + " for " + addresses,
                "# in " + instance.name() + " on both directors (nobody was heard with it here):",
                "virtual_router_id " + free(instance, patient));
    }

    /** The next number that neither the file nor anybody on the network uses. */
    private static int free(VrrpInstance instance, Case patient) {
        Set<Integer> used = Stream.concat(
                        patient.configuration().vrrpInstances().stream()
                                .map(each -> each.key().virtualRouterId()),
                        patient.wire().adverts().stream()
                                .map(each -> each.router().virtualRouterId()))
                .collect(Collectors.toSet());
        int own = instance.key().virtualRouterId();
        return IntStream.range(1, LAST_ID)
                .map(distance -> (own - 1 + distance) % LAST_ID + 1)
                .filter(id -> !used.contains(id))
                .findFirst()
                .orElse(own);
    }
}
