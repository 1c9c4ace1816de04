package dev.pollux.vrrp.machine;

import dev.pollux.vrrp.machine.RouterState.Backup;
import dev.pollux.vrrp.machine.RouterState.Fault;
import dev.pollux.vrrp.machine.RouterState.Init;
import dev.pollux.vrrp.machine.RouterState.Master;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code vrrp_sync_group}: members change state together. To MASTER only if every member wants it; one to BACKUP takes the
 * other masters along, without priority 0; one in FAULT takes all.
 */
public final class SyncGroupPolicy {

    private SyncGroupPolicy() {}

    /** What the group tells one member to do. */
    public record Order(String member, RouterEvent event) {}

    /**
     * One member's step.
     *
     * @param event what it was told
     * @param before its state before
     * @param after its state now, as in the map of members
     */
    public record Change(String member, RouterEvent event, RouterState before, RouterState after) {}

    /**
     * Orders that a member's step calls for; each causes further steps, which come here again. Ends, because an order brings
     * a member to where no further order is needed.
     *
     * @param members states of all members now, in the order of the group
     */
    public static List<Order> react(String group, Map<String, RouterState> members, Change change) {
        long at = change.event().at();
        List<Order> orders = new ArrayList<>(faults(group, members, at));
        if (!orders.isEmpty()) {
            return orders;
        }
        if (change.before() instanceof Master && change.after() instanceof Backup) {
            RouterEvent event = change.event() instanceof RouterEvent.EntryLost ? change.event() : backup(group, at);
            members.forEach((member, state) -> {
                if (state instanceof Master) {
                    orders.add(new Order(member, event));
                }
            });
        }
        return orders.isEmpty() ? promotions(group, members, at) : orders;
    }

    /** The state that the group as a whole shows: MASTER and INIT need all members, FAULT one. */
    public static StateName state(Iterable<RouterState> members) {
        boolean allMaster = true;
        boolean allInit = true;
        for (RouterState member : members) {
            if (member instanceof Fault) {
                return StateName.FAULT;
            }
            allMaster &= member instanceof Master;
            allInit &= member instanceof Init;
        }
        if (allInit) {
            return StateName.INIT;
        }
        return allMaster ? StateName.MASTER : StateName.BACKUP;
    }

    private static RouterEvent backup(String group, long at) {
        return new RouterEvent.GroupToBackup(at, group);
    }

    /** A member has the group's cause exactly while another member has a cause of its own. */
    private static List<Order> faults(String group, Map<String, RouterState> members, long at) {
        FaultCause cause = new FaultCause.SyncGroup(group);
        long faulty =
                members.values().stream().filter(SyncGroupPolicy::faultyItself).count();
        List<Order> orders = new ArrayList<>();
        members.forEach((member, state) -> {
            boolean wanted = faulty > (faultyItself(state) ? 1 : 0);
            boolean has = state instanceof Fault fault && fault.causes().contains(cause);
            if (wanted != has && !(state instanceof Init)) {
                orders.add(new Order(
                        member, wanted ? new RouterEvent.Faulted(at, cause) : new RouterEvent.Cleared(at, cause)));
            }
        });
        return orders;
    }

    /** Whether the member is in FAULT for a reason that is not the group's. */
    public static boolean faultyItself(RouterState state) {
        return state instanceof Fault fault
                && fault.causes().stream().anyMatch(cause -> !(cause instanceof FaultCause.SyncGroup));
    }

    private static List<Order> promotions(String group, Map<String, RouterState> members, long at) {
        boolean agreed = members.values().stream()
                .allMatch(state -> state instanceof Master || (state instanceof Backup backup && backup.wantsMaster()));
        if (!agreed) {
            return List.of();
        }
        return members.entrySet().stream()
                .filter(member -> member.getValue() instanceof Backup)
                .map(member -> new Order(member.getKey(), new RouterEvent.GroupToMaster(at, group)))
                .toList();
    }
}
