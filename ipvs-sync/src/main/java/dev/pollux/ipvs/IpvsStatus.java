package dev.pollux.ipvs;

import dev.pollux.ipvs.reconcile.ReconcileStatus;
import java.util.List;

/**
 * The newest state of everything.
 *
 * @param virtualServers in file order
 */
public record IpvsStatus(ReconcileStatus table, List<VirtualServerStatus> virtualServers) {

    public IpvsStatus {
        virtualServers = List.copyOf(virtualServers);
    }
}
