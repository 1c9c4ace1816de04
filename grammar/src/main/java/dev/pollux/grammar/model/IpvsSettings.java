package dev.pollux.grammar.model;

import org.jspecify.annotations.Nullable;

/**
 * What {@code global_defs} says of the kernel's IPVS.
 *
 * @param flushAtStart {@code lvs_flush}: empty the kernel's table before the first entry is written
 * @param flushOnStop {@code lvs_flush_on_stop} without argument: empty the whole table when the director stops
 * @param driftRepair {@code drift_repair}, a keyword of our own: what becomes of changes that others make to our entries
 * @param maxDeletions {@code lvs_max_deletions}, a keyword of our own: how many services and real servers one reload may take
 *     out of the table; null: any number
 * @param syncDaemon {@code lvs_sync_daemon}; null: none
 * @param sysctlRepair {@code sysctl_repair}, a keyword of our own: what becomes of kernel settings that the configuration
 *     needs otherwise
 * @param namespace {@code net_namespace_ipvs}: network namespace of the virtual services; empty: the system's; null: the
 *     director's own
 * @param marks {@code nftables_ipvs}; null: every address of a group is a service of its own
 */
public record IpvsSettings(
        boolean flushAtStart,
        boolean flushOnStop,
        Repair driftRepair,
        @Nullable Integer maxDeletions,
        IpvsTimeouts timeouts,
        @Nullable SyncDaemonSettings syncDaemon,
        Repair sysctlRepair,
        @Nullable String namespace,
        @Nullable MarkSettings marks) {

    /** In the director's own network namespace, every address a service. */
    public IpvsSettings(
            boolean flushAtStart,
            boolean flushOnStop,
            Repair driftRepair,
            @Nullable Integer maxDeletions,
            IpvsTimeouts timeouts,
            @Nullable SyncDaemonSettings syncDaemon,
            Repair sysctlRepair) {
        this(flushAtStart, flushOnStop, driftRepair, maxDeletions, timeouts, syncDaemon, sysctlRepair, null, null);
    }

    public static IpvsSettings defaults() {
        return flushing(false, false);
    }

    /** The defaults, and whether the table is emptied. */
    public static IpvsSettings flushing(boolean atStart, boolean onStop) {
        return new IpvsSettings(atStart, onStop, Repair.ON, null, IpvsTimeouts.UNCHANGED, null, Repair.OBSERVE);
    }
}
