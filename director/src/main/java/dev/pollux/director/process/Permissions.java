package dev.pollux.director.process;

import dev.pollux.linux.process.Capability;
import dev.pollux.linux.process.ProcessStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the kernel must allow this process. */
public final class Permissions {

    private Permissions() {}

    /** What to tell somebody whose process lacks a capability; empty: it has all that it needs. */
    public static Optional<String> complaint(ProcessStatus status, boolean vrrp) {
        List<String> missing = new ArrayList<>();
        if (!status.has(Capability.NET_ADMIN)) {
            missing.add(vrrp ? "CAP_NET_ADMIN (virtual addresses, IPVS)" : "CAP_NET_ADMIN (IPVS)");
        }
        if (vrrp && !status.has(Capability.NET_RAW)) {
            missing.add("CAP_NET_RAW (VRRP and ARP packets)");
        }
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("Pollux lacks " + String.join(" and ", missing)
                        + ": start it as root, or give it the capability (AmbientCapabilities= in a systemd unit)");
    }
}
