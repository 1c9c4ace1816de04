package dev.pollux.vrrp.machine;

import java.util.List;

/** Outcome of one step: where the router is now, and what is to be done, in order. */
public record Transition(RouterState state, List<RouterAction> actions) {

    public Transition {
        actions = List.copyOf(actions);
    }

    static Transition stay(RouterState state) {
        return new Transition(state, List.of());
    }

    static Transition to(RouterState state, RouterAction... actions) {
        return new Transition(state, List.of(actions));
    }
}
