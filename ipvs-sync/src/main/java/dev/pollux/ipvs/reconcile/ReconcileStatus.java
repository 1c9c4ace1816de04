package dev.pollux.ipvs.reconcile;

/**
 * What the reconciler has done so far.
 *
 * @param passes how often the kernel's table was read and compared
 * @param lastPassNanos how long that took the last time
 * @param commands carried out by the kernel
 * @param failures commands that the kernel refused, and system calls that failed
 * @param repairs how often others were found to have changed our entries
 * @param repairCommands how many commands that took
 * @param observations how often others were found to have changed our entries, and were let
 * @param driftLeft how many commands it would take to repair what was let
 * @param foreignServices services in the kernel that are not ours, at the last pass
 */
public record ReconcileStatus(
        Availability availability,
        long passes,
        long lastPassNanos,
        long commands,
        long failures,
        long repairs,
        long repairCommands,
        long observations,
        int driftLeft,
        int foreignServices) {

    /** Before the first pass. */
    public static ReconcileStatus initial() {
        return new ReconcileStatus(new Availability.Unknown(), 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }
}
