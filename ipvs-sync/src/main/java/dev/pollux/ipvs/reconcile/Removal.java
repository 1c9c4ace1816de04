package dev.pollux.ipvs.reconcile;

/** What of the kernel's table goes when the director stops. */
public enum Removal {
    /** {@code --dont-release-ipvs}: connections go on without us. */
    NOTHING,
    /** The services that are ours. */
    OURS,
    /** {@code lvs_flush_on_stop}: all there is. */
    EVERYTHING
}
