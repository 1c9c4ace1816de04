package dev.pollux.vrrp;

import dev.pollux.vrrp.machine.RouterEvent;
import dev.pollux.vrrp.machine.RouterState;
import dev.pollux.vrrp.machine.SyncGroupPolicy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Takes events to virtual routers one at a time, and what a step of one means to its sync group to the other members. Owned by
 * the {@code vrrp} loop.
 */
final class RouterDispatcher {

    private record Pending(VirtualRouter router, RouterEvent event) {}

    private final Deque<Pending> pending = new ArrayDeque<>();
    private final Set<SyncGroup> moved = new LinkedHashSet<>();
    private boolean working;

    /** Steps the router; an event told from within a step waits until that step is complete. */
    void tell(VirtualRouter router, RouterEvent event) {
        pending.add(new Pending(router, event));
        if (working) {
            return;
        }
        working = true;
        try {
            for (Pending next = pending.poll(); next != null; next = pending.poll()) {
                step(next.router(), next.event());
            }
        } finally {
            working = false;
            pending.clear();
        }
        // A group as a whole is told of when all its members are where they belong.
        List<SyncGroup> stepped = List.copyOf(moved);
        moved.clear();
        stepped.forEach(SyncGroup::publish);
    }

    /** After a reload: brings the members of a group in line with each other. */
    void settle(SyncGroup group, long now) {
        for (VirtualRouter member : group.members()) {
            RouterEvent event = new RouterEvent.TimerExpired(now);
            SyncGroupPolicy.Change nothing =
                    new SyncGroupPolicy.Change(member.name(), event, member.state(), member.state());
            List<Pending> orders = new ArrayList<>();
            group.react(nothing, (router, order) -> orders.add(new Pending(router, order)));
            orders.forEach(order -> tell(order.router(), order.event()));
        }
        group.publish();
    }

    private void step(VirtualRouter router, RouterEvent event) {
        RouterState before = router.state();
        router.step(event);
        SyncGroup group = router.syncGroup();
        if (group != null && before != router.state()) {
            SyncGroupPolicy.Change change = new SyncGroupPolicy.Change(router.name(), event, before, router.state());
            moved.add(group);
            group.react(change, (member, order) -> pending.add(new Pending(member, order)));
        }
    }
}
