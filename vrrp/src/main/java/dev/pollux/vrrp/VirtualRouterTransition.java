package dev.pollux.vrrp;

import dev.pollux.grammar.model.VirtualRouterKey;
import dev.pollux.vrrp.machine.StateName;
import dev.pollux.vrrp.machine.TransitionReason;

/**
 * A virtual router's change of state.
 *
 * @param name of the instance
 * @param to {@link StateName#INIT}: it stopped
 * @param priority effective priority at that moment
 * @param atNanos of the engine's clock
 */
public record VirtualRouterTransition(
        String name,
        VirtualRouterKey key,
        StateName from,
        StateName to,
        int priority,
        TransitionReason reason,
        long atNanos) {}
