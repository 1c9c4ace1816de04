package dev.pollux.ipvs;

/**
 * How a thing came to be up or down.
 *
 * @param transitions how often it changed since it was configured
 * @param reason of the last change, for people; empty before the first
 * @param sinceNanos time of the last change, or of its configuration, on the environment's clock
 */
public record History(long transitions, String reason, long sinceNanos) {

    static History begin(long nowNanos) {
        return new History(0, "", nowNanos);
    }

    History changed(String newReason, long nowNanos) {
        return new History(transitions + 1, newReason, nowNanos);
    }
}
