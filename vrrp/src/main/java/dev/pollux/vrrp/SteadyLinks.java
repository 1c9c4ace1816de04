package dev.pollux.vrrp;

import dev.pollux.grammar.model.VrrpSettings.LinkDelays;
import dev.pollux.linux.event.DeadlineTimer;
import dev.pollux.vrrp.machine.LinkCondition;
import dev.pollux.vrrp.machine.SteadyLink;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The interfaces as they count: some only change when the change lasts. Owned by the {@code vrrp} loop. */
final class SteadyLinks {

    private final VrrpEnvironment environment;
    private final LinkTable links;
    private final DeadlineTimer timer;
    private final Map<String, SteadyLink> known = new HashMap<>();
    private Map<String, LinkDelays> delays = Map.of();
    private Map<String, String> bases = Map.of();

    /** @param onChange is to ask again: a delay is over */
    SteadyLinks(VrrpEnvironment environment, LinkTable links, Runnable onChange) {
        this.environment = environment;
        this.links = links;
        this.timer = new DeadlineTimer(environment.vrrpLoop(), environment.clock(), onChange);
    }

    /**
     * Replaces the delays.
     *
     * @param virtual the interface below by name of a virtual one, which has the delays of that
     */
    void set(Map<String, LinkDelays> next, Map<String, String> virtual) {
        delays = Map.copyOf(next);
        bases = Map.copyOf(virtual);
        known.keySet().removeIf(name -> delaysOf(name) == null);
    }

    LinkCondition condition(String name) {
        LinkCondition seen = links.condition(name);
        LinkDelays own = delaysOf(name);
        if (own == null) {
            return seen;
        }
        SteadyLink before = known.get(name);
        SteadyLink now = before == null
                ? SteadyLink.of(seen)
                : before.see(seen, environment.clock().nanoTime(), own);
        known.put(name, now);
        if (!now.equals(before)) {
            arm();
        }
        return now.shown();
    }

    private @Nullable LinkDelays delaysOf(String name) {
        return delays.get(bases.getOrDefault(name, name));
    }

    private void arm() {
        long next =
                known.values().stream().mapToLong(SteadyLink::changeAt).min().orElse(Long.MAX_VALUE);
        if (next == Long.MAX_VALUE) {
            timer.disarm();
        } else {
            timer.arm(next);
        }
    }

    void close() {
        timer.cancel();
    }
}
