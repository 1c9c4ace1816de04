package dev.pollux.grammar.pair;

import static dev.pollux.grammar.diagnostic.Severity.ERROR;

import dev.pollux.grammar.model.VrrpSyncGroup;
import dev.pollux.grammar.pair.PairReports.Places;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Whether the same virtual routers move together in both directors. */
final class SyncGroupComparison {

    /** Names of the first director's instances to those of the second. */
    private final Map<String, String> counterparts = new HashMap<>();

    private final PairReports reports;

    SyncGroupComparison(List<RouterPair> routers, PairReports reports) {
        routers.forEach(
                pair -> counterparts.put(pair.first().name(), pair.second().name()));
        this.reports = reports;
    }

    void compare(Side first, Side second) {
        Set<VrrpSyncGroup> matched = new HashSet<>();
        for (VrrpSyncGroup group : first.configuration().syncGroups()) {
            Set<String> expected = new TreeSet<>();
            group.members().forEach(member -> expected.add(counterparts.getOrDefault(member, member)));
            VrrpSyncGroup other = overlapping(second, expected);
            if (other == null) {
                lacks(first, group, second);
                continue;
            }
            matched.add(other);
            if (!expected.equals(new TreeSet<>(other.members()))) {
                reports.differs(
                        new Places(first.place(group), second.place(other)),
                        ERROR,
                        "vrrp_sync_group " + group.name() + " has the members " + String.join(", ", group.members())
                                + " and " + String.join(", ", other.members())
                                + ": after a takeover they are not all in one place",
                        "write the same members in both");
            }
        }
        for (VrrpSyncGroup group : second.configuration().syncGroups()) {
            if (!matched.contains(group)) {
                lacks(second, group, first);
            }
        }
    }

    private static @Nullable VrrpSyncGroup overlapping(Side side, Set<String> members) {
        for (VrrpSyncGroup group : side.configuration().syncGroups()) {
            if (group.members().stream().anyMatch(members::contains)) {
                return group;
            }
        }
        return null;
    }

    private void lacks(Side side, VrrpSyncGroup group, Side other) {
        reports.lacks(
                new Places(side.place(group), other.place()),
                ERROR,
                "vrrp_sync_group " + group.name() + " has no counterpart in " + other.file()
                        + ": its instances part there",
                "define it in " + other.file());
    }
}
