package dev.pollux.director.doctor;

import dev.pollux.director.host.Sysctls;
import dev.pollux.ipvs.host.NeededSysctls;
import java.util.List;

/** Whether the director forwards packets where its services need it to. */
final class ForwardingCheck implements Check {

    @Override
    public List<Finding> examine(Case patient) {
        Sysctls sysctls = patient.host().sysctls();
        return patient.roles().director()
                ? NeededSysctls.of(patient.configuration().virtualServers()).stream()
                        .filter(needed -> !sysctls.is(Sysctls.path(needed.name()), Integer.parseInt(needed.value())))
                        .map(needed -> Finding.of(
                                FindingKind.IP_FORWARD,
                                needed.name() + " is not " + needed.value(),
                                "sysctl -w " + needed))
                        .toList()
                : List.of();
    }
}
