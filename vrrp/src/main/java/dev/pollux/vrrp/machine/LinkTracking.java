package dev.pollux.vrrp.machine;

import dev.pollux.grammar.model.TrackSettings.TrackedInterface;
import dev.pollux.grammar.model.VirtualAddress;
import dev.pollux.grammar.model.VirtualRoute;
import dev.pollux.grammar.model.VirtualRule;
import dev.pollux.grammar.model.VrrpInstance;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What interfaces do to a virtual router: {@code track_interface}, its own interface and those of its addresses. */
public final class LinkTracking {

    private LinkTracking() {}

    /**
     * Outcome of a look at all interfaces.
     *
     * @param causes reasons for FAULT
     * @param weight sum to add to the priority
     */
    public record Assessment(Set<FaultCause> causes, int weight) {
        public Assessment {
            causes = Set.copyOf(causes);
        }
    }

    /**
     * Looks at every interface the instance depends on.
     *
     * @param grouped the instance belongs to a sync group, which moves as one: weights count as 0
     */
    public static Assessment assess(VrrpInstance instance, boolean grouped, Function<String, LinkCondition> links) {
        Set<FaultCause> causes = new HashSet<>();
        int weight = 0;
        for (TrackedInterface tracked : tracked(instance).values()) {
            boolean up = links.apply(tracked.name()) == LinkCondition.UP;
            boolean good = up != tracked.reverse();
            if (tracked.weight() == 0 || (grouped && !instance.owner())) {
                if (!good) {
                    causes.add(cause(tracked, links.apply(tracked.name())));
                }
            } else if (!instance.owner()) {
                weight += contribution(tracked.weight(), good);
            }
        }
        String own = instance.key().interfaceName();
        if (!own.isEmpty() && links.apply(own) == LinkCondition.MISSING) {
            causes.add(new FaultCause.LinkMissing(own));
        }
        return new Assessment(causes, weight);
    }

    /** What is written explicitly goes first; an interface is tracked once. */
    private static Map<String, TrackedInterface> tracked(VrrpInstance instance) {
        Map<String, TrackedInterface> tracked = new LinkedHashMap<>();
        String own = instance.key().interfaceName();
        if (instance.tracking().primaryInterface()) {
            tracked.put(own, new TrackedInterface(own, 0, false));
        }
        for (TrackedInterface each : instance.tracking().interfaces()) {
            tracked.putIfAbsent(each.name(), each);
        }
        for (VirtualAddress address : instance.addresses().advertised()) {
            trackCarrier(address, own, tracked);
        }
        for (VirtualAddress address : instance.addresses().excluded()) {
            trackCarrier(address, own, tracked);
        }
        instance.interfaces().all().forEach(each -> track(each.name(), own, tracked));
        instance.addresses().routes().stream()
                .filter(VirtualRoute::tracked)
                .flatMap(route -> route.hops().stream())
                .forEach(hop -> track(hop.interfaceName(), own, tracked));
        instance.addresses().rules().stream().filter(VirtualRule::tracked).forEach(rule -> {
            track(rule.selector().incoming(), own, tracked);
            track(rule.selector().outgoing(), own, tracked);
        });
        return tracked;
    }

    private static void trackCarrier(VirtualAddress address, String own, Map<String, TrackedInterface> tracked) {
        if (address.tracked()) {
            track(address.interfaceName(), own, tracked);
        }
    }

    private static void track(@Nullable String name, String own, Map<String, TrackedInterface> tracked) {
        if (name != null && !name.isEmpty() && !name.equals(own)) {
            tracked.putIfAbsent(name, new TrackedInterface(name, 0, false));
        }
    }

    private static int contribution(int weight, boolean good) {
        boolean counts = weight > 0 == good;
        return counts ? weight : 0;
    }

    private static FaultCause cause(TrackedInterface tracked, LinkCondition condition) {
        return switch (condition) {
            case MISSING -> new FaultCause.LinkMissing(tracked.name());
            case DOWN -> new FaultCause.LinkDown(tracked.name());
            case UP -> new FaultCause.LinkUp(tracked.name());
        };
    }
}
