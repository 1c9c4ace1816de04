package dev.pollux.director.doctor;

import dev.pollux.director.host.KernelModules;
import dev.pollux.grammar.model.ServiceSettings.Persistence;
import dev.pollux.grammar.model.VirtualServer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Whether the kernel can balance what the configuration asks for. Modules that can be loaded, Pollux loads by itself. */
final class IpvsCheck implements Check {

    private static final String MODULE = "ip_vs";
    private static final String CONNTRACK = "net/ipv4/vs/conntrack";

    @Override
    public List<Finding> examine(Case patient) {
        List<VirtualServer> services = patient.configuration().virtualServers();
        if (!patient.roles().director() || services.isEmpty()) {
            return List.of();
        }
        KernelModules modules = patient.host().modules();
        if (modules.lacks(MODULE)) {
            return List.of(Finding.of(
                    FindingKind.IPVS_MISSING,
                    "the module ip_vs is neither loaded nor installed",
                    "apt install linux-image-amd64    # Debian's kernel has it; this one does not"));
        }
        List<Finding> findings = new ArrayList<>();
        needed(services).stream()
                .filter(modules::lacks)
                .map(module -> Finding.of(
                        FindingKind.SCHEDULER_MISSING,
                        "the module " + module + " is neither loaded nor installed",
                        "apt install linux-image-amd64    # or write another lvs_sched"))
                .forEach(findings::add);
        boolean translated = services.stream().anyMatch(service -> service.sourceTranslation() != null);
        if (translated && patient.host().sysctls().is(CONNTRACK, 0)) {
            findings.add(Finding.of(
                    FindingKind.IPVS_CONNTRACK, "net.ipv4.vs.conntrack is 0", "sysctl -w net.ipv4.vs.conntrack=1"));
        }
        return findings;
    }

    private static Set<String> needed(List<VirtualServer> services) {
        Set<String> needed = new LinkedHashSet<>();
        for (VirtualServer service : services) {
            needed.add(MODULE + "_" + service.settings().scheduler());
            Persistence persistence = service.settings().persistence();
            String engine = persistence == null ? null : persistence.engine();
            if (engine != null) {
                needed.add(MODULE + "_pe_" + engine);
            }
        }
        return needed;
    }
}
