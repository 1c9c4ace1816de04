package dev.pollux.grammar.bind;

import dev.pollux.grammar.model.IpvsSettings;
import dev.pollux.grammar.model.IpvsTimeouts;
import dev.pollux.grammar.model.MarkSettings;
import dev.pollux.grammar.model.Repair;
import dev.pollux.grammar.model.SyncDaemonSettings;
import dev.pollux.grammar.model.VrrpInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code global_defs} says of IPVS, while it is being read. */
final class IpvsDraft {

    boolean flushAtStart;
    boolean flushOnStop;
    Repair driftRepair = Repair.ON;
    Repair sysctlRepair = Repair.OBSERVE;

    @Nullable
    Integer maxDeletions;

    /** {@code net_namespace_ipvs}; empty: the system's. */
    @Nullable
    String namespace;

    /** {@code nftables_ipvs}; null: it is not given. */
    @Nullable
    String markTable;

    int markPriority = MarkSettings.defaults().priority();
    long firstMark = MarkSettings.defaults().firstMark();

    IpvsTimeouts timeouts = IpvsTimeouts.UNCHANGED;

    SyncDaemonType.@Nullable Draft syncDaemon;

    /** Once all instances are known: a daemon that follows one has its VRID unless the file says otherwise. */
    IpvsSettings complete(Context context, List<VrrpInstance> instances) {
        return new IpvsSettings(
                flushAtStart,
                flushOnStop,
                driftRepair,
                maxDeletions,
                timeouts,
                syncDaemon == null ? null : daemon(syncDaemon, context, instances),
                sysctlRepair,
                namespace,
                markTable == null ? null : new MarkSettings(markTable, markPriority, firstMark));
    }

    private static @Nullable SyncDaemonSettings daemon(
            SyncDaemonType.Draft draft, Context context, List<VrrpInstance> instances) {
        if (draft.instance() == null) {
            return draft.settings(null, 0);
        }
        for (VrrpInstance instance : instances) {
            if (instance.name().equals(draft.instance())) {
                return draft.settings(instance.name(), instance.key().virtualRouterId());
            }
        }
        context.remark(
                draft.span(),
                "lvs_sync_daemon follows vrrp_instance " + draft.instance() + ", which there is not: it is not started",
                "correct the name, or leave it out");
        return null;
    }
}
