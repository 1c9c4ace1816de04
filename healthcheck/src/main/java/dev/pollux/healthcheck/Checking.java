package dev.pollux.healthcheck;

import java.time.Duration;

/** One checker at work, whether it asks its server or is told of it. Confined to the loop it is pinned to, but for its status. */
interface Checking {

    /** Begins to check after this time. */
    void start(Duration delay);

    /** The same checker under a new configuration, perhaps at another place in its server's list. */
    void keep(CheckAssignment next);

    /** The same checker with another timing: keeps what it knows, starts over after this time. */
    void retime(CheckAssignment next, Duration delay);

    /** Tells what is assumed of the server, for a place in its list where another checker may have spoken. */
    void tellAssumption();

    /** Ends the checker. What is under way is dropped, nothing is told any more. */
    void retire();

    /** The newest state. From any thread. */
    CheckerStatus status();
}
