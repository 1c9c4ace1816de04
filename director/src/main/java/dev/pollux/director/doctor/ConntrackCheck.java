package dev.pollux.director.doctor;

import dev.pollux.director.host.Sysctls;
import java.util.List;

/** Whether the table of connections is nearly full. */
final class ConntrackCheck implements Check {

    private static final String MAXIMUM = "net/netfilter/nf_conntrack_max";
    private static final double NEARLY = 0.8;

    @Override
    public List<Finding> examine(Case patient) {
        Sysctls sysctls = patient.host().sysctls();
        int used = sysctls.find("net/netfilter/nf_conntrack_count").orElse(0);
        int maximum = sysctls.find(MAXIMUM).orElse(0);
        return maximum > 0 && used >= NEARLY * maximum
                ? List.of(Finding.of(
                        FindingKind.CONNTRACK_FULL,
                        used + " of " + maximum + " connections are in use",
                        "sysctl -w " + Sysctls.name(MAXIMUM) + "=" + 2L * maximum))
                : List.of();
    }
}
