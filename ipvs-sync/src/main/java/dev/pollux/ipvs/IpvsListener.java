package dev.pollux.ipvs;

import dev.pollux.ipvs.reconcile.ReconcileListener;

/**
 * Hears what happens to virtual servers and to the kernel's table. Called on the {@code lvs} loop, after the kernel was
 * told, and must not block.
 */
public interface IpvsListener extends ReconcileListener {

    /** A real server went up or down, or was found down by its first check. */
    void realServerChanged(RealServerChange change);

    /** A virtual server gained or lost its quorum, or started without. */
    void quorumChanged(QuorumChange change);
}
