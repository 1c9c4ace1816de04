package dev.pollux.grammar.bind;

import dev.pollux.grammar.ReadResult;
import dev.pollux.grammar.bind.ConfigurationDraft.SyncGroupDraft;
import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.diagnostic.SourceSpan;
import dev.pollux.grammar.model.VrrpInstance;
import dev.pollux.grammar.model.VrrpSyncGroup;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes the sync groups of their drafts: with members that there are, each in one group. */
final class SyncGroupsCompletion {

    private final Context context;
    private final ConfigurationDraft draft;
    private final NotifyCompletion notify;

    SyncGroupsCompletion(Context context, ConfigurationDraft draft, NotifyCompletion notify) {
        this.context = context;
        this.draft = draft;
        this.notify = notify;
    }

    /** Also notes where each stands. */
    List<VrrpSyncGroup> complete(List<VrrpInstance> instances, Map<Object, SourceSpan> origins) {
        Set<String> known = instances.stream().map(VrrpInstance::name).collect(Collectors.toSet());
        Set<String> taken = new HashSet<>();
        List<VrrpSyncGroup> groups = new ArrayList<>();
        for (SyncGroupDraft group : draft.syncGroups.values()) {
            List<String> members = members(group, known, taken);
            if (members.isEmpty()) {
                report(group, "it has no members and is left out", "write group { INSTANCE INSTANCE }");
                continue;
            }
            if (members.size() == 1) {
                context.report(
                        DiagnosticCode.SUSPICIOUS,
                        group.span,
                        "vrrp_sync_group " + group.name + " has only one member, so that it does nothing",
                        "write at least two instances, or remove the group");
            }
            origins.put(new ReadResult.GroupName(group.name), group.span);
            groups.add(new VrrpSyncGroup(group.name, members, notify.complete(group.notify, null)));
        }
        return groups;
    }

    private List<String> members(SyncGroupDraft group, Set<String> known, Set<String> taken) {
        List<String> members = new ArrayList<>();
        for (String member : group.members) {
            if (!known.contains(member)) {
                report(group, "there is no vrrp_instance " + member + ", it is ignored", "define it or remove it here");
            } else if (!taken.add(member)) {
                report(
                        group,
                        member + " belongs to another group already, it is ignored",
                        "remove it from one of them");
            } else {
                members.add(member);
            }
        }
        return members;
    }

    private void report(SyncGroupDraft group, String message, String hint) {
        context.report(DiagnosticCode.UNKNOWN_NAME, group.span, "vrrp_sync_group " + group.name + ": " + message, hint);
    }
}
