package dev.pollux.vrrp.machine;

/** An interface as virtual routers see it. */
public enum LinkCondition {
    /** No interface of that name. */
    MISSING,
    /** Down, or without carrier. */
    DOWN,
    /** Up and running. */
    UP
}
