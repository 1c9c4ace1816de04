package dev.pollux.director.doctor;

import dev.pollux.linux.process.Capability;
import dev.pollux.linux.process.ProcessStatus;
import java.util.ArrayList;
import java.util.List;

/** Whether a director started as this command was could do its work. */
final class CapabilityCheck implements Check {

    private static final String GRANT =
            "# or, in the director's unit: AmbientCapabilities=CAP_NET_ADMIN CAP_NET_RAW CAP_SYS_NICE";

    @Override
    public List<Finding> examine(Case patient) {
        if (!patient.roles().director()) {
            return List.of();
        }
        ProcessStatus self = patient.host().programs().self();
        boolean vrrp = !patient.configuration().vrrpInstances().isEmpty();
        List<Finding> findings = new ArrayList<>();
        if (!self.has(Capability.NET_ADMIN)) {
            findings.add(missing(FindingKind.CAPABILITY, "CAP_NET_ADMIN"));
        }
        if (vrrp && !self.has(Capability.NET_RAW)) {
            findings.add(missing(FindingKind.CAPABILITY, "CAP_NET_RAW"));
        }
        if (vrrp && !self.has(Capability.SYS_NICE)) {
            findings.add(missing(FindingKind.REAL_TIME, "CAP_SYS_NICE"));
        }
        return findings;
    }

    private static Finding missing(FindingKind kind, String capability) {
        return Finding.of(kind, "this process lacks " + capability, "sudo pollux doctor", GRANT);
    }
}
