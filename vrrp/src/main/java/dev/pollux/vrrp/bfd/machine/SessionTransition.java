package dev.pollux.vrrp.bfd.machine;

import java.util.List;

/** Outcome of one step: how the session is now, and what is to be done, in order. */
public record SessionTransition(Session session, List<SessionAction> actions) {

    public SessionTransition {
        actions = List.copyOf(actions);
    }
}
