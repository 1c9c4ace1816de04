package dev.pollux.vrrp.machine;

/** What the shell has to do after a step, in the order of the list. */
public sealed interface RouterAction {

    /**
     * Send an advert now.
     *
     * @param priority effective priority, or 0: we leave
     */
    record SendAdvert(int priority) implements RouterAction {}

    /** The state changed: log it, tell listeners. */
    record Enter(StateName state, TransitionReason reason) implements RouterAction {}

    /** Add the virtual addresses, then announce them. */
    record HoldAddresses() implements RouterAction {}

    /** Remove the virtual addresses and forget announcements that are still due. */
    record ReleaseAddresses() implements RouterAction {}

    /** Announce the addresses again, because a lower-priority router may have announced them. */
    record AnnounceAgain() implements RouterAction {}

    /** Something to tell the operator. */
    record Note(RouterNotice notice) implements RouterAction {}
}
