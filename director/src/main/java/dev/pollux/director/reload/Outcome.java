package dev.pollux.director.reload;

import java.util.List;

/** How a reload ended. */
public sealed interface Outcome {

    /** The configuration is in force. */
    record Applied(long generation) implements Outcome {}

    /**
     * Nothing changed.
     *
     * @param reasons one line each
     */
    record Refused(List<String> reasons) implements Outcome {
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * An engine failed after it had agreed: the director may run parts of both configurations until the next reload.
     *
     * @param reason what it said
     */
    record Failed(Throwable reason) implements Outcome {}
}
