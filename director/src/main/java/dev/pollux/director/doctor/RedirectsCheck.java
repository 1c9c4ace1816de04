package dev.pollux.director.doctor;

import dev.pollux.director.host.Sysctls;
import dev.pollux.grammar.model.Forwarding;
import dev.pollux.grammar.model.RealServer;
import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.grammar.model.VirtualServer;
import java.net.Inet4Address;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Whether a director with one interface for both sides sends its real servers past itself. */
final class RedirectsCheck implements Check {

    private static final String SETTING = "send_redirects";

    @Override
    public List<Finding> examine(Case patient) {
        Set<String> shared = new LinkedHashSet<>();
        if (patient.roles().director()) {
            patient.configuration().virtualServers().stream()
                    .filter(service -> service.sourceTranslation() == null)
                    .forEach(service -> shared.addAll(sharedInterfaces(service, patient)));
        }
        Sysctls sysctls = patient.host().sysctls();
        // The kernel sends them where either of the two values says so.
        return shared.stream()
                .filter(name -> sysctls.effective(name, SETTING) > 0)
                .map(name -> Finding.of(
                        FindingKind.SEND_REDIRECTS,
                        "clients and real servers are both on " + name + ", which sends ICMP redirects",
                        "sysctl -w " + Sysctls.name(Sysctls.ofInterface("all", SETTING)) + "=0 "
                                + Sysctls.name(Sysctls.ofInterface(name, SETTING)) + "=0"))
                .toList();
    }

    private static Set<String> sharedInterfaces(VirtualServer service, Case patient) {
        Set<String> outside = new LinkedHashSet<>();
        for (ServiceKey key : service.services()) {
            if (key instanceof ServiceKey.ByAddress byAddress && byAddress.address() instanceof Inet4Address) {
                patient.interfaceOf(byAddress.address()).ifPresent(outside::add);
            }
        }
        Set<String> inside = new LinkedHashSet<>();
        for (RealServer server : service.realServers()) {
            if (server.forwarding() instanceof Forwarding.Nat) {
                patient.network().linkTowards(server.key().address()).ifPresent(link -> inside.add(link.name()));
            }
        }
        outside.retainAll(inside);
        return outside;
    }
}
