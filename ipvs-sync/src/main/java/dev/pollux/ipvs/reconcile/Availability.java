package dev.pollux.ipvs.reconcile;

/** Whether the kernel's IPVS can be programmed. */
public sealed interface Availability {

    /** Nothing had to be programmed yet, so nobody asked. */
    record Unknown() implements Availability {}

    record Available() implements Availability {}

    /**
     * It cannot.
     *
     * @param reason for people, with the remedy
     */
    record Unavailable(String reason) implements Availability {}
}
