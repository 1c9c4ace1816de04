package dev.pollux.vrrp.machine;

/**
 * Why a virtual router changed state.
 *
 * @param kind for machines: label of a metric
 * @param text for people: one clause without full stop
 */
public record TransitionReason(Kind kind, String text) {

    /** Kinds of reasons, few enough for a metric label. */
    public enum Kind {
        STARTED,
        MASTER_DOWN,
        OWNER,
        GROUP,
        HIGHER_PRIORITY,
        FAULT,
        RECOVERED,
        ADDRESS_LOST,
        EXPIRED,
        ROUTING_LOST,
        STOPPED
    }
}
