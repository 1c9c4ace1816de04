package dev.pollux.vrrp.bfd;

import dev.pollux.grammar.model.AddressText;
import dev.pollux.grammar.model.BfdInstance;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a configuration would change. Made by {@link BfdProxy#prepare}, carried out by {@link BfdProxy#commit}.
 *
 * @param sessions all that shall run
 * @param lines for people, one for each change; empty: nothing changes
 */
public record BfdPlan(List<BfdInstance> sessions, List<String> lines) {

    public BfdPlan {
        sessions = List.copyOf(sessions);
        lines = List.copyOf(lines);
    }

    static BfdPlan between(Collection<BfdInstance> running, List<BfdInstance> next) {
        Map<String, BfdInstance> before = new LinkedHashMap<>();
        running.forEach(session -> before.put(session.name(), session));
        List<String> lines = new ArrayList<>();
        for (BfdInstance session : next) {
            BfdInstance old = before.remove(session.name());
            if (old == null) {
                lines.add("add " + text(session));
            } else if (!isSame(old, session)) {
                lines.add("replace " + text(session) + ": another path, it begins anew");
            } else if (!old.equals(session)) {
                lines.add("change " + text(session) + ": state kept, new times negotiated");
            }
        }
        before.values().forEach(session -> lines.add("remove " + text(session)));
        return new BfdPlan(next, lines);
    }

    /** Whether the one goes on as the other. */
    static boolean isSame(BfdInstance old, BfdInstance next) {
        return old.name().equals(next.name()) && old.path().equals(next.path());
    }

    private static String text(BfdInstance session) {
        return "BFD session " + session.name() + " with "
                + AddressText.of(session.path().neighbor());
    }
}
