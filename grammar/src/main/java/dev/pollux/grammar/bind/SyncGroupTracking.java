package dev.pollux.grammar.bind;

import dev.pollux.grammar.bind.ConfigurationDraft.SyncGroupDraft;
import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.model.TrackSettings.TrackedInterface;

/** Gives the members of a sync group what the group tracks, and says of them what membership forbids. */
final class SyncGroupTracking {

    private final Context context;
    private final ConfigurationDraft draft;

    SyncGroupTracking(Context context, ConfigurationDraft draft) {
        this.context = context;
        this.draft = draft;
    }

    /** To be called before the instances are completed. */
    void merge() {
        for (SyncGroupDraft group : draft.syncGroups.values()) {
            for (String name : group.members) {
                InstanceDraft member = draft.instances.get(name);
                if (member != null && !member.grouped) {
                    member.grouped = true;
                    member.weightsIgnored = !group.trackingWeight;
                    group.trackedInterfaces.forEach(tracked -> add(group, member, tracked));
                    member.groupObjects.addAll(group.trackedObjects);
                    member.groupNotify = group.notify;
                }
            }
        }
    }

    private void add(SyncGroupDraft group, InstanceDraft member, TrackedInterface tracked) {
        boolean own = member.trackPrimary && tracked.name().equals(member.interfaceName);
        if (own
                || member.trackedInterfaces.stream()
                        .anyMatch(other -> other.name().equals(tracked.name()))) {
            context.report(
                    DiagnosticCode.CONTRADICTION,
                    group.span,
                    "vrrp_sync_group " + group.name + " tracks interface " + tracked.name() + ", which "
                            + member.describe() + " tracks already; that counts for it",
                    "remove it from one of them");
        } else {
            member.groupInterfaces.add(tracked);
        }
    }
}
