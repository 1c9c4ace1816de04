package dev.pollux.vrrp;

import dev.pollux.vrrp.machine.RouterEvent;
import dev.pollux.vrrp.machine.RouterState;
import dev.pollux.vrrp.machine.StateName;
import dev.pollux.vrrp.machine.SyncGroupPolicy;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.slf4j.Logger;

/** Virtual routers that change state together. Owned by the {@code vrrp} loop. */
final class SyncGroup {

    private final String name;
    private final VrrpListener listener;
    private final Logger log;
    private final Map<String, VirtualRouter> members = new LinkedHashMap<>();
    private StateName state = StateName.INIT;
    private StateName announced = StateName.INIT;

    SyncGroup(String name, RouterServices services) {
        this.name = name;
        this.listener = services.environment().listener();
        this.log = services.log();
    }

    String name() {
        return name;
    }

    StateName state() {
        return state;
    }

    Collection<VirtualRouter> members() {
        return members.values();
    }

    /** Replaces the members; the group's state is carried over a reload. */
    void setMembers(List<VirtualRouter> routers) {
        members.clear();
        routers.forEach(router -> members.put(router.name(), router));
    }

    /** Orders for members follow from a member's step. */
    void react(SyncGroupPolicy.Change change, BiConsumer<VirtualRouter, RouterEvent> orders) {
        Map<String, RouterState> states = new LinkedHashMap<>();
        members.forEach((member, router) -> states.put(member, router.state()));
        for (SyncGroupPolicy.Order order : SyncGroupPolicy.react(name, states, change)) {
            say(order.event());
            VirtualRouter member = members.get(order.member());
            if (member != null) {
                orders.accept(member, order.event());
            }
        }
    }

    /** Tells the listener when the state of the whole changed. */
    void publish() {
        StateName now = SyncGroupPolicy.state(
                members.values().stream().map(VirtualRouter::state).toList());
        if (now != state) {
            SyncGroupTransition transition = new SyncGroupTransition(name, state, now);
            state = now;
            announced = now;
            listener.syncGroupChanged(transition);
        }
    }

    /** One line for the group, not one for each member. */
    private void say(RouterEvent order) {
        StateName to = StateName.BACKUP;
        if (order instanceof RouterEvent.GroupToMaster) {
            to = StateName.MASTER;
        } else if (order instanceof RouterEvent.Faulted) {
            to = StateName.FAULT;
        }
        if (to != announced) {
            announced = to;
            log.info("VRRP_Group({}) Syncing instances to {} state", name, to);
        }
    }
}
