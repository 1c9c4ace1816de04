package dev.pollux.vrrp;

import dev.pollux.grammar.model.Configuration;
import dev.pollux.grammar.model.StaticSettings;
import dev.pollux.grammar.model.TrackerKey;
import dev.pollux.grammar.model.VirtualRouterKey;
import dev.pollux.grammar.model.VrrpInstance;
import dev.pollux.grammar.model.VrrpSettings;
import dev.pollux.grammar.model.VrrpSyncGroup;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares what runs with what shall run. Pure. */
final class VrrpPlanner {

    private VrrpPlanner() {}

    /** What runs. */
    record Running(
            Collection<VrrpInstance> instances,
            Collection<VrrpSyncGroup> groups,
            StaticSettings statics,
            VrrpSettings vrrp) {}

    /** What the next configuration changes; refused when it holds what this engine cannot do. */
    static VrrpPlan plan(Running running, Configuration next) throws RefusedException {
        List<String> reasons = refusals(next.vrrpInstances());
        if (!reasons.isEmpty()) {
            throw new RefusedException(reasons);
        }
        List<String> lines = new ArrayList<>();
        Map<VirtualRouterKey, VrrpInstance> before = byKey(running.instances());
        Map<VirtualRouterKey, VrrpInstance> after = byKey(next.vrrpInstances());
        before.forEach((key, instance) -> {
            if (!after.containsKey(key)) {
                lines.add("remove " + text(instance) + ": priority 0, addresses released");
            }
        });
        after.forEach((key, instance) -> {
            VrrpInstance old = before.get(key);
            if (old == null) {
                lines.add("add " + text(instance));
            } else if (!old.equals(instance)) {
                lines.add("change " + text(instance) + ": " + difference(old, instance) + ", state and timers kept");
            }
        });
        if (!List.copyOf(running.groups()).equals(next.syncGroups())) {
            lines.add("set sync groups: "
                    + next.syncGroups().stream().map(VrrpSyncGroup::name).toList());
        }
        if (!running.statics().equals(next.statics())) {
            lines.add("set static addresses, routes and rules");
        }
        if (!running.vrrp().equals(next.global().vrrp())) {
            lines.add("set delays, rate limits and other settings of all instances");
        }
        return new VrrpPlan(
                next.vrrpInstances(),
                next.syncGroups(),
                next.statics(),
                next.global().firewall(),
                next.global().vrrp(),
                lines);
    }

    /** Name of the group for each name of an instance that is in one. */
    static Map<String, String> groupOfMember(Collection<VrrpSyncGroup> groups) {
        Map<String, String> groupOf = new HashMap<>();
        groups.forEach(group -> group.members().forEach(member -> groupOf.put(member, group.name())));
        return groupOf;
    }

    /** Everything that some instance tracks by name. */
    static Set<TrackerKey> tracked(Collection<VrrpInstance> instances) {
        Set<TrackerKey> keys = new HashSet<>();
        instances.forEach(instance -> instance.tracking().objects().forEach(object -> keys.add(object.key())));
        return keys;
    }

    private static List<String> refusals(List<VrrpInstance> instances) {
        List<String> reasons = new ArrayList<>();
        Set<VirtualRouterKey> keys = new HashSet<>();
        for (VrrpInstance instance : instances) {
            String name = "(" + instance.name() + ") ";
            if (!keys.add(instance.key())) {
                reasons.add(name + "VRID " + instance.key().virtualRouterId() + " is already used on interface "
                        + instance.key().interfaceName());
            }
        }
        return reasons;
    }

    private static String difference(VrrpInstance old, VrrpInstance next) {
        List<String> what = new ArrayList<>();
        compare("name", old.name(), next.name(), what);
        compare("priority", old.priority(), next.priority(), what);
        compare("version", old.version(), next.version(), what);
        compare("advert_int", old.advert().interval(), next.advert().interval(), what);
        compare("addresses", old.addresses(), next.addresses(), what);
        compare("preempt", old.preempt(), next.preempt(), what);
        compare("tracking", old.tracking(), next.tracking(), what);
        compare("authentication", old.authentication(), next.authentication(), what);
        compare("unicast", old.unicast(), next.unicast(), what);
        return what.isEmpty() ? "settings" : String.join(", ", what);
    }

    private static void compare(String name, Object old, Object next, List<String> differences) {
        if (!old.equals(next)) {
            differences.add(name);
        }
    }

    private static Map<VirtualRouterKey, VrrpInstance> byKey(Collection<VrrpInstance> instances) {
        Map<VirtualRouterKey, VrrpInstance> byKey = new LinkedHashMap<>();
        instances.forEach(instance -> byKey.put(instance.key(), instance));
        return byKey;
    }

    private static String text(VrrpInstance instance) {
        return "(" + instance.name() + ") VRID " + instance.key().virtualRouterId() + " on "
                + instance.key().interfaceName();
    }
}
