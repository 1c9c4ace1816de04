package dev.pollux.ipvs.reconcile;

import dev.pollux.grammar.model.ServiceKey;
import dev.pollux.ipvs.table.Command;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Commands that the kernel has refused: each is tried again, at growing intervals because the kernel runs modprobe for a
 * missing scheduler every time, and told once.
 */
final class Refusals {

    private static final long FIRST_WAIT_NANOS = 30_000_000_000L;
    private static final long LONGEST_WAIT_NANOS = 16 * FIRST_WAIT_NANOS;

    private final Map<Command, Refusal> refusals = new HashMap<>();

    private record Refusal(String reason, long waitNanos, long retryAtNanos) {}

    /** The commands worth sending now. Without its service a destination is not. */
    List<Command> worthTrying(List<Command> commands, long nowNanos) {
        if (refusals.isEmpty()) {
            return commands;
        }
        List<Command> worth = new ArrayList<>();
        Set<ServiceKey> missing = new HashSet<>();
        for (Command command : commands) {
            Refusal refusal = refusals.get(command);
            boolean wait = refusal != null && refusal.retryAtNanos - nowNanos > 0;
            if (wait && command instanceof Command.AddService add) {
                missing.add(add.serviceKey());
            }
            boolean orphan = command instanceof Command.AddDestination add && missing.contains(add.serviceKey());
            if (!wait && !orphan) {
                worth.add(command);
            }
        }
        return worth;
    }

    /** Remembers refusals and gives those not told before, by reason. */
    Map<String, List<Command>> remember(Map<Command, String> refused, long nowNanos) {
        Map<String, List<Command>> fresh = new LinkedHashMap<>();
        refused.forEach((command, reason) -> {
            Refusal old = refusals.get(command);
            long wait = old == null ? FIRST_WAIT_NANOS : Math.min(2 * old.waitNanos, LONGEST_WAIT_NANOS);
            refusals.put(command, new Refusal(reason, wait, nowNanos + wait));
            if (old == null || !old.reason.equals(reason)) {
                fresh.computeIfAbsent(reason, key -> new ArrayList<>()).add(command);
            }
        });
        return fresh;
    }

    /** Forgets everything: another configuration, another life of the module. */
    void clear() {
        refusals.clear();
    }
}
