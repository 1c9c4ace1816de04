package dev.pollux.healthcheck.probe;

import dev.pollux.healthcheck.policy.CheckOutcome;
import java.util.function.Consumer;

/** Asks one real server, one question at a time. Confined to the loop it was made for. */
public interface Probe {

    /**
     * Begins a check; there is none under way.
     *
     * @param step which of the checker's questions, from 0
     * @param onOutcome called once on the loop, perhaps before this returns, unless the check is abandoned first
     */
    void start(int step, Consumer<CheckOutcome> onOutcome);

    /** Ends a check under way without an outcome and closes its connection. */
    void abandon();
}
